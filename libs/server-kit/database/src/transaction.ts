import { newId } from '@lotse/kernel';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { leaveTogether } from './one-packet';

/** On whose behalf a transaction runs. The policies of the database read the same three ids. */
export interface Actor {
  staffId: string;
  organisationId: string;
  regionId: string;
  roles: readonly string[];
  /** The session lacks the second factor that the organisation requires: it may only set one up. */
  isLimited?: boolean;
  /** For whom somebody acts in whose organisation and roles. */
  deputyshipId?: string | null;
  /** The session acted for somebody else until just now. */
  isDeputyshipOver?: boolean;
}

/** Something that happened, on its way to the outbox. Payloads carry identifiers, never content. */
export interface EventToTell {
  /** Made here without one. */
  id?: string;
  name: string;
  subject: string;
  subjectId: string;
  version: number;
  /** The organisations whose screens should know at once. */
  audience: readonly string[];
  payload: object;
  /** For so many seconds nobody outside is told; open screens are told at once all the same. */
  heldSeconds?: number;
}

/** What more is known about whom and what an act or a look was about. */
export interface Shown {
  /** Everybody that a list or a search has shown, for access reports. */
  people?: readonly string[];
  /** Which parts of what leads to a person; all of it when it does not say. */
  parts?: readonly string[];
  /** Why it was allowed: `own`, `leg:<referral>`, `release:<id>`, `break_glass:<id>`, `administration`; a list says it without an id. */
  basis?: string;
}

/** A line for the chronicle: identifiers and verbs. Who acts, with which roles and as whose deputy is known to the transaction. */
export interface LineToRecord extends Shown {
  kind: 'act' | 'look';
  verb: string;
  subject: string;
  subjectId: string | null;
  personId?: string | null;
  /** How many it was about, where it was many. */
  amount?: number;
  /** The one role that made it possible, where the rest does not matter. */
  role?: string;
  /** An act is `done` and a look has `found` something unless this says otherwise. */
  result?: 'done' | 'found' | 'nothing' | 'refused';
}

const recordLine = `
  insert into chronicle_entry (region_id, organisation_id, staff_id, kind, verb, subject, subject_id, person_id, amount, roles, parts, basis,
    result, people)
  values (current_region(), current_organisation(), current_staff(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** PostgreSQL's word for whatever comes after a statement that failed. */
const inFailedTransaction = '25P02';

/**
 * One transaction on one connection, from `begin` to `commit`. The connection is in pipeline mode: statements go out as they are
 * called, without waiting for the answers of earlier ones, so statements that do not need each other's results cost one round trip.
 */
export class Transaction {
  private readonly unawaited: Promise<unknown>[] = [];
  private state: 'open' | 'committed' | 'rolled-back' = 'open';
  private manager_: EntityManager | undefined;
  private actor_: Actor | undefined;
  private shown_: Shown | undefined;
  private plansOnce = false;

  constructor(
    private readonly client: PoolClient,
    private readonly dataSource: DataSource,
    actor?: Actor,
  ) {
    this.actor_ = actor;
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  /** Who acts. Throws when nobody does, which means that an act was called without a session. */
  get actor(): Actor {
    if (!this.actor_) throw new Error('This transaction has no actor.');
    return this.actor_;
  }

  /** The same, or nobody as long as the database has not found out who it is. */
  get enteredAs(): Actor | undefined {
    return this.actor_;
  }

  /** Names the actor after the database has found out who it is. */
  enteredBy(actor: Actor): void {
    this.actor_ = actor;
  }

  /** Ordinary loads through TypeORM on the same connection. Hot acts write statements instead. */
  get manager(): EntityManager {
    if (!this.manager_) {
      const runner = this.dataSource.createQueryRunner();
      // TypeORM offers no public way to join a transaction that is already open on a connection.
      Object.assign(runner, { databaseConnection: this.client, isTransactionActive: true, transactionDepth: 1 });
      this.manager_ = runner.manager;
    }
    return this.manager_;
  }

  /** Runs a statement, prepared once a connection under its name, and answers the rows. */
  async rows<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const result = await this.query<Row>({ name, text, values: values as unknown[] });
      return result.rows;
    } catch (error) {
      throw await this.reasonOf(error);
    }
  }

  /** The first row, or undefined. */
  async row<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(name, text, values))[0];
  }

  /** Runs a statement and answers how many rows it changed. */
  async change(name: string, text: string, values: readonly unknown[] = []): Promise<number> {
    const result = await this.query({ name, text, values: values as unknown[] });
    return result.rowCount ?? 0;
  }

  /** Sends a statement nobody waits for; if it fails, `commit` fails. */
  send(name: string, text: string, values: readonly unknown[] = []): void {
    this.later(this.query({ name, text, values: values as unknown[] }));
  }

  /**
   * From here on what has a name is planned once a connection, whatever its values: for lists read in an index's order, and for whatever
   * takes longer to plan than to run.
   */
  planOnce(): void {
    if (this.plansOnce) return;
    this.plansOnce = true;
    this.send('plan.once', 'set local plan_cache_mode to force_generic_plan');
  }

  /**
   * From here on an index is read in its order rather than all of it and sorted then: for lists of which many rows fit, so that a page is full
   * long before their end. The database cannot know how many do, because it plans once.
   */
  readInOrder(): void {
    this.send('plan.in-order', 'set local enable_sort to off');
  }

  /** Runs a statement built for one occasion, such as a list with optional filters; it is not prepared under a name. */
  async select<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const result = await this.query<Row>({ text, values: values as unknown[] });
    return result.rows;
  }

  /** Writes an event to the outbox, in this transaction. Answers its id. */
  tell(event: EventToTell): string {
    const { id = newId(), name, subject, subjectId, version, audience, payload, heldSeconds } = event;
    this.send(
      'outbox.tell',
      `insert into outbox_event (id, region_id, name, subject, subject_id, version, audience, payload, due_at)
       values ($1, current_region(), $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8))`,
      [id, name, subject, subjectId, version, audience, JSON.stringify(payload), heldSeconds || null],
    );
    return id;
  }

  /**
   * Tells open screens at once when this transaction commits, without a row in the outbox: for what is true for seconds only, so that
   * nobody has to catch up with it.
   */
  announce({ audience, ...event }: Omit<EventToTell, 'payload'>): void {
    this.send('screens.announce', `select pg_notify('lotse_announcement', $1)`, [JSON.stringify({ ...event, audience })]);
  }

  /** Writes a line to the chronicle, in this transaction. */
  record(line: LineToRecord): void {
    const { kind, verb, subject, subjectId, personId, amount, role, parts, basis, people } = line;
    const result = line.result ?? (kind === 'act' ? 'done' : 'found');
    const roles = role ? [role] : this.actor_?.roles;
    this.send('chronicle.record', recordLine, [kind, verb, subject, subjectId, personId, amount, roles, parts, basis, result, people]);
  }

  /** A read tells what the line about this look could not know: whom it showed, which parts, and why it was allowed. */
  shows(shown: Shown): void {
    this.shown_ = { ...this.shown_, ...shown };
  }

  /** What a read has told. */
  get shown(): Shown | undefined {
    return this.shown_;
  }

  /** Makes everything true, or throws and makes nothing true. */
  async commit(): Promise<void> {
    const committing = this.query({ text: 'commit' });
    this.later(committing);
    const results = await Promise.allSettled(this.unawaited);
    const failed = results.find((result) => result.status === 'rejected');
    // A statement that failed turned the commit into a rollback; the connection is fit for use either way.
    const undone = failed !== undefined || (await committing).command === 'ROLLBACK';
    this.state = undone ? 'rolled-back' : 'committed';
    this.client.release();
    if (failed) throw failed.reason;
    if (undone) throw new Error('A statement had failed, so the database rolled the transaction back.');
  }

  /** Undoes everything. Safe to call on a transaction that has already ended. */
  async rollback(): Promise<void> {
    if (!this.isOpen) return;
    this.state = 'rolled-back';
    try {
      await this.client.query('rollback');
      this.client.release();
    } catch (error) {
      this.client.release(error instanceof Error ? error : true);
    }
  }

  private query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    leaveTogether(this.client);
    return this.client.query<Row>(statement);
  }

  /** What fails because something before it had failed says nothing: the reason is what nobody has waited for. */
  private async reasonOf(error: unknown): Promise<unknown> {
    if ((error as { code?: string }).code !== inFailedTransaction) return error;
    const results = await Promise.allSettled(this.unawaited);
    return results.find((result) => result.status === 'rejected')?.reason ?? error;
  }

  private later(promise: Promise<unknown>): void {
    promise.catch(() => undefined);
    this.unawaited.push(promise);
  }
}
