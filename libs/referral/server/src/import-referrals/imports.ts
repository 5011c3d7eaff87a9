import { newId, notFound, Refusal, refuse, versionStale, type AnswerOf, type BodyOf } from '@lotse/kernel';
import {
  importMisses,
  importNotPossible,
  importNotWhole,
  neededFields,
  type beginImport,
  type readImportProblems,
  type ImportState,
  type ReferralImport,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const columns = `
  i.id, i.file_name as "fileName", i.state, i.sends, i.columns, i.row_count as "rowCount", c.ready, c.wrong, c.done, c.sent,
  s.display_name as "createdByName", i.created_at as "createdAt", i.started_at as "startedAt", i.finished_at as "finishedAt", i.version`;

const tables = `
  referral_import i join staff s on s.id = i.created_by cross join lateral (
    select count(*) filter (where r.state = 'ready')::int as ready, count(*) filter (where r.state = 'wrong')::int as wrong,
      count(*) filter (where r.state = 'done')::int as done, count(*) filter (where r.is_sent)::int as sent
    from referral_import_row r where r.import_id = i.id) c`;

const insert = `
  insert into referral_import (id, region_id, organisation_id, created_by, file_name, columns, row_count)
  values ($1, current_region(), current_organisation(), current_staff(), $2, $3, $4)`;

const problemsOf = `
  select r.number, p.problem ->> 'field' as field, p.problem ->> 'code' as code
  from (select number, problems from referral_import_row where import_id = $1 and number > $2 and problems is not null
    order by number limit $3) r cross join lateral jsonb_array_elements(r.problems) p (problem)
  order by r.number`;

const forget = `
  update referral_import_row set state = 'wrong', given = null, problems = '[{"field": null, "code": "discarded"}]'
  where import_id = $1 and state = 'ready'`;

interface Row extends Omit<ReferralImport, 'createdAt' | 'startedAt' | 'finishedAt'> {
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const asImport = (row: Row): ReferralImport => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

/** Tables on their way: begun, started, stopped, thrown away. Their rows are checked and taken over elsewhere. */
@Injectable()
export class Imports {
  async begin(transaction: Transaction, { fileName, columns: read, rowCount }: BodyOf<typeof beginImport>): Promise<ReferralImport> {
    const fields = read.map(({ field }) => field);
    refuse(neededFields.every((field) => fields.includes(field)) && new Set(fields).size === fields.length ? undefined : importMisses());
    const id = newId();
    transaction.send('import.begin', insert, [id, fileName, JSON.stringify(read), rowCount]);
    return this.read(transaction, id);
  }

  async read(transaction: Transaction, id: string): Promise<ReferralImport> {
    const row = await transaction.row<Row>('import.read', `select ${columns} from ${tables} where i.id = $1`, [id]);
    if (!row) throw new Refusal(notFound());
    return asImport(row);
  }

  async latest(transaction: Transaction): Promise<{ items: ReferralImport[] }> {
    const rows = await transaction.rows<Row>('import.latest', `select ${columns} from ${tables} order by i.created_at desc limit 20`);
    return { items: rows.map(asImport) };
  }

  async problems(transaction: Transaction, id: string, after: number, limit: number): Promise<AnswerOf<typeof readImportProblems>> {
    await this.read(transaction, id);
    const items = await transaction.rows<AnswerOf<typeof readImportProblems>['items'][number]>('import.problems', problemsOf, [
      id,
      after,
      limit,
    ]);
    const rows = new Set(items.map(({ number }) => number)).size;
    return { items, next: rows === limit ? items.at(-1)!.number : null };
  }

  /** From here on the worker takes it over, row by row. Going on after a stop is the same. */
  async start(transaction: Transaction, id: string, version: number, sends: boolean): Promise<ReferralImport> {
    const found = await this.expect(transaction, id, version, ['open', 'stopped']);
    refuse(found.ready + found.wrong + found.done === found.rowCount ? undefined : importNotWhole());
    refuse(found.ready > 0 ? undefined : importNotPossible());
    transaction.record({ kind: 'act', verb: 'referral.import', subject: 'referral_import', subjectId: id, amount: found.ready });
    return this.change(
      transaction,
      id,
      `state = 'running', sends = $2, started_by = current_staff(), started_at = coalesce(started_at, now())`,
      [sends],
    );
  }

  async stop(transaction: Transaction, id: string, version: number): Promise<ReferralImport> {
    await this.expect(transaction, id, version, ['running']);
    return this.change(transaction, id, `state = 'stopped'`);
  }

  /** Stops it whatever anybody looked at. */
  async stopNow(transaction: Transaction, id: string): Promise<void> {
    await this.change(transaction, id, `state = 'stopped'`);
  }

  async discard(transaction: Transaction, id: string, version: number): Promise<ReferralImport> {
    await this.expect(transaction, id, version, ['open', 'stopped']);
    transaction.send('import.forget', forget, [id]);
    return this.change(transaction, id, `state = 'discarded', finished_at = now()`);
  }

  /** The last row has been taken over. */
  async finish(transaction: Transaction, id: string): Promise<void> {
    await this.change(transaction, id, `state = 'done', finished_at = now()`);
  }

  /** Tells open screens how far it is; nothing is kept of it. */
  tell(transaction: Transaction, id: string, version: number): void {
    const audience = [transaction.actor.organisationId];
    transaction.announce({ name: 'ReferralImportMoved', subject: 'referral-import', subjectId: id, version, audience });
  }

  /** Locks it, and refuses when somebody else has moved it on or it is not where this is possible. */
  private async expect(transaction: Transaction, id: string, version: number, states: readonly ImportState[]): Promise<ReferralImport> {
    await transaction.rows('import.lock', 'select id from referral_import where id = $1 for update', [id]);
    const found = await this.read(transaction, id);
    refuse(found.version === version ? undefined : versionStale({ context: { version: found.version, state: found.state } }));
    refuse(states.includes(found.state) ? undefined : importNotPossible());
    return found;
  }

  private async change(transaction: Transaction, id: string, set: string, values: readonly unknown[] = []): Promise<ReferralImport> {
    await transaction.select(`update referral_import set ${set}, touched_at = now(), version = version + 1 where id = $1`, [id, ...values]);
    const changed = await this.read(transaction, id);
    this.tell(transaction, id, changed.version);
    return changed;
  }
}
