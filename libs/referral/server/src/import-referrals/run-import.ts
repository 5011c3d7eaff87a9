import { Refusal } from '@lotse/kernel';
import { People } from '@lotse/people/server';
import type { PersonInput } from '@lotse/people/model';
import { importNotPossible, type ImportedRow, type ImportProblem } from '@lotse/referral/model';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { CreateReferral } from '../create-referral/create-referral';
import { SubmitReferral } from '../submit-referral/submit-referral';
import { Imports } from './imports';
import { KnownPeople } from './known-people';

/** So many rows become referrals in one transaction: what is at hand when somebody stops it, or a process dies. */
const atOnce = 100;

const lock = `select pg_try_advisory_xact_lock(hashtextextended('lotse.import.' || $1, 0)) as "isOurs"`;

const waiting = `
  select r.number, r.given from referral_import_row r join referral_import i on i.id = r.import_id
  where r.import_id = $1 and r.state = 'ready' and i.state = 'running' order by r.number limit $2 for update of r`;

/** The numbers are said twice: without the second time the whole table is read for every row of the batch. */
const done = `
  update referral_import_row r set state = 'done', given = null, referral_id = g.referral, is_sent = g.sent, problems = g.problems
  from unnest($2::int[], $3::uuid[], $4::boolean[], $5::jsonb[]) as g (number, referral, sent, problems)
  where r.import_id = $1 and r.number = g.number and r.number = any ($2)`;

const refused = `
  update referral_import_row set state = 'wrong', given = null, problems = $3 where import_id = $1 and number = $2 and state = 'ready'`;

const standing = `
  select i.version, exists (select from referral_import_row r where r.import_id = i.id and r.state = 'ready') as "hasMore"
  from referral_import i where i.id = $1 and i.state = 'running'`;

/** A table that is being taken over, and in whose name. */
export interface RunningImport {
  id: string;
  organisationId: string;
  regionId: string;
  staffId: string;
  sends: boolean;
}

interface Waiting {
  number: number;
  given: ImportedRow;
}

interface Taken {
  number: number;
  referralId: string;
  isSent: boolean;
  problems: ImportProblem[];
}

/** What PostgreSQL says of a row that will be refused whenever it is tried. */
const isHopeless = (error: unknown): boolean => /^2[23]/.test((error as { code?: string }).code ?? '');

/**
 * Takes over what was checked, with the same acts that staff use and in the name of whoever started it. A row and what has become of it are
 * one transaction: wherever this is killed, each row was taken over once or still waits.
 */
@Injectable()
export class RunImport {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly known: KnownPeople,
    private readonly createReferral: CreateReferral,
    private readonly submitReferral: SubmitReferral,
    private readonly imports: Imports,
  ) {}

  /** Takes over the next rows. Answers whether more wait. */
  async next(running: RunningImport): Promise<boolean> {
    try {
      return await this.inItsName(running, (transaction) => this.take(transaction, running, atOnce));
    } catch (error) {
      if (!(error instanceof Refusal) && !isHopeless(error)) throw error;
      // One of them is refused, and takes the others with it: each on its own, so that only that one stays behind.
      return this.oneByOne(running);
    }
  }

  /** Whoever started it is answerable for it: when they have left, it stops, and a colleague may go on with it. */
  private async inItsName(running: RunningImport, work: (transaction: Transaction) => Promise<boolean>): Promise<boolean> {
    const { id, organisationId, regionId, staffId } = running;
    const hasMore = await this.database.asStaff({ organisationId, regionId, staffId }, work);
    if (hasMore !== undefined) return hasMore;
    await this.database.asOrganisation({ organisationId, regionId }, (transaction) => this.imports.stopNow(transaction, id));
    return false;
  }

  private async oneByOne(running: RunningImport): Promise<boolean> {
    for (let count = 0; count < atOnce; count++) {
      let number = 0;
      try {
        const hasMore = await this.inItsName(running, (transaction) => this.take(transaction, running, 1, (one) => (number = one)));
        if (!hasMore) return false;
      } catch (error) {
        if (!(error instanceof Refusal) && !isHopeless(error)) throw error;
        const problem = { field: null, code: error instanceof Refusal ? error.problem.code : 'refused' };
        await this.inItsName(running, async (transaction) => {
          transaction.send('import.refused', refused, [running.id, number, JSON.stringify([problem])]);
          return true;
        });
      }
    }
    return true;
  }

  private async take(transaction: Transaction, running: RunningImport, limit: number, trying?: (number: number) => void): Promise<boolean> {
    const { isOurs } = (await transaction.row<{ isOurs: boolean }>('import.ours', lock, [running.id]))!;
    if (!isOurs) return false;
    const rows = await transaction.rows<Waiting>('import.waiting', waiting, [running.id, limit]);
    if (rows[0]) trying?.(rows[0].number);
    const people = await this.peopleOf(transaction, rows);
    const taken = await Promise.all(rows.map((row, index) => this.takeOne(transaction, running, row, people[index]!)));
    transaction.send('import.done', done, [
      running.id,
      taken.map(({ number }) => number),
      taken.map(({ referralId }) => referralId),
      taken.map(({ isSent }) => isSent),
      taken.map(({ problems }) => (problems.length > 0 ? JSON.stringify(problems) : null)),
    ]);
    const now = await transaction.row<{ version: number; hasMore: boolean }>('import.standing', standing, [running.id]);
    if (!now) return false;
    if (now.hasMore) this.imports.tell(transaction, running.id, now.version);
    else await this.imports.finish(transaction, running.id);
    return now.hasMore;
  }

  /** Who each row is about: somebody known, or entered now; twice in these rows is one person. */
  private async peopleOf(transaction: Transaction, rows: readonly Waiting[]): Promise<string[]> {
    const inputs = rows.map(({ given }) => given.person);
    const known = await this.known.find(transaction, inputs);
    const entered = new Map<string, Promise<string>>();
    return Promise.all(
      inputs.map((input, index) => {
        const { personId, problem } = known[index]!;
        if (problem) throw new Refusal({ ...importNotPossible(), code: problem.code });
        if (personId) return personId;
        const key = sameAs(input);
        if (!entered.has(key)) entered.set(key, this.people.enter(transaction, input));
        return entered.get(key)!;
      }),
    );
  }

  private async takeOne(transaction: Transaction, { sends }: RunningImport, { number, given }: Waiting, personId: string): Promise<Taken> {
    const { id, version } = await this.createReferral.run(transaction, { ...given.content, personId });
    if (!sends) return { number, referralId: id, isSent: false, problems: [] };
    try {
      await this.submitReferral.run(transaction, id, version);
      return { number, referralId: id, isSent: true, problems: [] };
    } catch (error) {
      // Refused before anything was written: the draft stays, for somebody to complete and send.
      if (!(error instanceof Refusal)) throw error;
      return { number, referralId: id, isSent: false, problems: [{ field: null, code: error.problem.code }] };
    }
  }
}

const sameAs = ({ familyName, givenName, birthDate, kvnr }: PersonInput): string =>
  kvnr ?? [familyName, givenName, birthDate].join('\n').toLowerCase();
