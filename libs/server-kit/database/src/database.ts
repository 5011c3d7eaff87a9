import { everybodyNeedsSecondFactor, SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { graceMilliseconds, HeldConnections } from './held-connections';
import { leaveTogether } from './one-packet';
import { Transaction, type Actor } from './transaction';

/** What a request may still need to know before its transaction begins in earnest. */
export interface OpenedSession {
  transaction: Transaction;
  /** Undefined when the token belongs to no live session. */
  actor: Actor | undefined;
  /** The answer stored under the Idempotency-Key, when there is one. */
  stored: StoredAnswer | undefined;
}

export interface StoredAnswer {
  requestHash: Buffer;
  status: number;
  answer: unknown;
  /** What it shows is as open as when it was given, and it was given where one works now. */
  isStillOpen: boolean;
}

/** Who acts when nobody is signed in: an organisation's own `system` member of staff. */
export interface OrganisationActor {
  organisationId: string;
  regionId: string;
}

const findAnswer = `
  select request_hash as "requestHash", status, answer, (organisation_id is null or organisation_id = current_organisation())
    and (people is null or openness_of(people) = openness) as "isStillOpen"
  from stored_answer where staff_id = current_staff() and key = $1`;

/** The way to the database: every use is a transaction with a context, and the first statements leave in one go. */
@Injectable()
export class Database implements OnModuleInit, BeforeApplicationShutdown {
  private held: HeldConnections | undefined;

  private readonly asksForMore: boolean;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.asksForMore = everybodyNeedsSecondFactor(settings);
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  onModuleInit(): void {
    this.held = new HeldConnections(this.pool);
  }

  /** Before the pool closes, which waits until every connection has been given back. */
  beforeApplicationShutdown(): void {
    this.held?.breakOffAfter(graceMilliseconds);
  }

  /**
   * Begins the transaction of a request: `begin`, the session look-up that sets the context, and the look for a stored answer go
   * out together and cost one round trip.
   * @param mayWrite false for pure reads: their commit need not wait for the disk, because all they write is the trace of the look
   */
  async openSession(tokenHash: Buffer, mayWrite: boolean, idempotencyKey?: string): Promise<OpenedSession> {
    const client = await this.pool.connect();
    const transaction = new Transaction(client, this.dataSource);
    try {
      leaveTogether(client);
      const begun = client.query(mayWrite ? 'begin' : "begin; set local synchronous_commit to 'off'");
      const entering = transaction.row<Actor>(
        'session.enter',
        `select staff_id as "staffId", organisation_id as "organisationId", region_id as "regionId", roles, is_limited or ($2 and not is_strong) as "isLimited",
           deputyship_id as "deputyshipId", deputyship_over as "isDeputyshipOver"
         from enter_session($1)`,
        [tokenHash, this.asksForMore],
      );
      const looking = idempotencyKey
        ? transaction.row<StoredAnswer & QueryResultRow>('answer.find', findAnswer, [idempotencyKey])
        : undefined;
      const [, actor, stored] = await Promise.all([begun, entering, looking]);
      if (actor) transaction.enteredBy(actor);
      return { transaction, actor, stored };
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  /**
   * Runs work in a transaction of its own in the name of whoever has a session: for what must last when their request was refused, and for what
   * goes on after it was answered. Answers nothing when the session is over.
   */
  async again<Result>(tokenHash: Buffer, work: (transaction: Transaction) => Promise<Result>): Promise<Result | undefined> {
    const { transaction, actor } = await this.openSession(tokenHash, false);
    try {
      const result = actor && (await work(transaction));
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  /** Runs work in an organisation's name, by its `system` member of staff: for the worker. */
  async asOrganisation<Result>(actor: OrganisationActor, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.run(async (transaction) => {
      transaction.send(
        'context.organisation',
        `select set_config('lotse.organisation', $1, true), set_config('lotse.region', $2, true), set_config('lotse.staff', '', true)`,
        [actor.organisationId, actor.regionId],
      );
      const staff = await transaction.row<{ id: string }>(
        'context.system-staff',
        `select id, set_config('lotse.staff', id::text, true) from staff where organisation_id = $1 and roles @> '{system}' limit 1`,
        [actor.organisationId],
      );
      if (!staff) throw new Error('This organisation has no system member of staff.');
      transaction.enteredBy({ ...actor, staffId: staff.id, roles: ['system'] });
      return work(transaction);
    });
  }

  /** Goes on in the name of somebody who began it and need not wait for it: for the worker. Does nothing when they have left meanwhile. */
  async asStaff<Result>(
    actor: OrganisationActor & { staffId: string },
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result | undefined> {
    return this.run(async (transaction) => {
      transaction.send(
        'context.in-whose-name',
        `select set_config('lotse.organisation', $1, true), set_config('lotse.region', $2, true), set_config('lotse.staff', $3, true)`,
        [actor.organisationId, actor.regionId, actor.staffId],
      );
      const staff = await transaction.row<{ roles: string[] }>(
        'context.roles-in-whose-name',
        'select roles from staff where id = $1 and organisation_id = current_organisation() and disabled_at is null',
        [actor.staffId],
      );
      if (!staff) return undefined;
      transaction.enteredBy({ ...actor, roles: staff.roles });
      return work(transaction);
    });
  }

  /** Runs work on tables of the system (outbox, deliveries, notices); tables of people stay closed. */
  async asSystem<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.run(async (transaction) => {
      transaction.send('context.system', `select set_config('lotse.system', 'on', true)`);
      return work(transaction);
    });
  }

  /** Reads tables of the system as they are at one moment, however long it takes. */
  async snapshotAsSystem<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const begin = 'begin transaction isolation level repeatable read, read only';
    return this.run(async (transaction) => {
      transaction.send('context.system', `select set_config('lotse.system', 'on', true)`);
      return work(transaction);
    }, begin);
  }

  /** Reads one row of the tables of the system. Nothing waits for anything else, so the whole transaction is one round trip. */
  async lookAsSystem<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row | undefined> {
    const transaction = new Transaction(await this.pool.connect(), this.dataSource);
    transaction.send('begin', 'begin');
    transaction.send('context.system', `select set_config('lotse.system', 'on', true)`);
    const [row] = await Promise.all([transaction.row<Row>(name, text, values), transaction.commit()]);
    return row;
  }

  /** Runs work without any context, as the public does. */
  async asPublic<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.run(work);
  }

  private async run<Result>(work: (transaction: Transaction) => Promise<Result>, begin = 'begin'): Promise<Result> {
    const client = await this.pool.connect();
    const transaction = new Transaction(client, this.dataSource);
    transaction.send(begin, begin);
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }
}
