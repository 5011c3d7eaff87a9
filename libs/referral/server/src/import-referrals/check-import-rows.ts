import { createHash } from 'node:crypto';
import { ServiceForms } from '@lotse/directory/server';
import { refuse, type AnswerOf, type BodyOf } from '@lotse/kernel';
import {
  importNotPossible,
  importRowNumber,
  readImportRow,
  type addImportRows,
  type ImportCells,
  type ImportedRow,
  type ImportKnowledge,
  type ImportProblem,
} from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Imports } from './imports';
import { KnownPeople } from './known-people';

const services = `
  select given.name, array_agg(s.id::text order by s.id) as ids
  from unnest($1::text[]) as given (name) join service s on sort_of_name(s.name) = sort_of_name(given.name)
  where s.region_id = current_region() and s.accepts_referrals group by 1`;

/** Rows with the same cells: in this table, or taken over before by the own organisation. */
const seen = `
  select number, encode(print, 'hex') as print, import_id = $1 as "isHere" from referral_import_row
  where organisation_id = current_organisation() and state <> 'wrong' and print = any ($2) and (import_id = $1 or state = 'done')`;

const insert = `
  insert into referral_import_row (import_id, number, organisation_id, state, given, print, problems)
  select $1, g.number, current_organisation(), case when g.given is null then 'wrong' else 'ready' end, g.given, g.print, g.problems
  from unnest($2::int[], $3::jsonb[], $4::bytea[], $5::jsonb[]) as g (number, given, print, problems)
  on conflict do nothing`;

interface Checked {
  number: number;
  row?: ImportedRow;
  print: Buffer;
  problems: ImportProblem[];
}

type Rows = BodyOf<typeof addImportRows>['rows'];

/** The same cells in whatever order, however many blanks stand around them. */
const printOf = (cells: ImportCells): Buffer => {
  const said = Object.entries(cells).map(([field, text]) => [field, text.trim()]);
  return createHash('sha256').update(JSON.stringify(said.sort())).digest();
};

/** Checks rows as the acts would that take them over, and keeps those that are fit. Creates nothing: this is the trial run. */
@Injectable()
export class CheckImportRows {
  constructor(
    private readonly imports: Imports,
    private readonly regions: Regions,
    private readonly people: KnownPeople,
    private readonly forms: ServiceForms,
  ) {}

  async run(transaction: Transaction, id: string, rows: Rows): Promise<AnswerOf<typeof addImportRows>> {
    const { state, rowCount } = await this.imports.read(transaction, id);
    refuse(state === 'open' ? undefined : importNotPossible());
    refuse(rows.some(({ number }) => number > rowCount) ? importRowNumber() : undefined);
    const knowledge = await this.knowledgeFor(transaction, rows);
    const checked = rows.map(({ number, cells }): Checked => ({ number, print: printOf(cells), ...readImportRow(cells, knowledge) }));
    await this.findSeen(transaction, id, checked);
    await this.findPeople(transaction, checked);
    transaction.send('import.rows', insert, [
      id,
      checked.map(({ number }) => number),
      checked.map(({ row, problems }) => (row && problems.length === 0 ? JSON.stringify(row) : null)),
      checked.map(({ print }) => print),
      checked.map(({ problems }) => (problems.length > 0 ? JSON.stringify(problems) : null)),
    ]);
    const problems = checked.flatMap(({ number, problems: found }) => found.map((problem) => ({ number, ...problem })));
    return { ready: checked.filter((one) => one.problems.length === 0).length, problems };
  }

  private async knowledgeFor(transaction: Transaction, rows: Rows): Promise<ImportKnowledge> {
    const names = [...new Set(rows.flatMap(({ cells }) => cells.service?.trim().toLowerCase() || []))];
    const [settings, found] = await Promise.all([
      this.regions.settings(transaction),
      names.length > 0 ? transaction.rows<{ name: string; ids: string[] }>('import.services', services, [names]) : [],
    ]);
    const answered = rows.some(({ cells }) => cells.extra?.trim()) ? found.flatMap(({ ids }) => ids.slice(0, 1)) : [];
    const asked = await Promise.all(answered.map(async (id) => [id, await this.forms.questions(transaction, id)] as const));
    return {
      reasons: settings.referralReasons,
      services: new Map(found.map(({ name, ids }) => [name, ids])),
      questions: new Map(asked),
    };
  }

  private async findSeen(transaction: Transaction, id: string, checked: readonly Checked[]): Promise<void> {
    const known = await transaction.rows<{ number: number; print: string; isHere: boolean }>('import.seen', seen, [
      id,
      checked.map(({ print }) => print),
    ]);
    const first = new Map<string, number>();
    for (const { number, print, problems } of checked) {
      const key = print.toString('hex');
      const same = known.filter((one) => one.print === key && !(one.isHere && one.number === number));
      const isTwice = same.some(({ isHere }) => isHere) || first.has(key);
      if (same.some(({ isHere }) => !isHere)) problems.push({ field: null, code: 'imported-before' });
      else if (isTwice) problems.push({ field: null, code: 'twice-in-file' });
      first.set(key, number);
    }
  }

  private async findPeople(transaction: Transaction, checked: readonly Checked[]): Promise<void> {
    const fit = checked.filter(({ row, problems }) => row && problems.length === 0);
    const found = await this.people.find(
      transaction,
      fit.map(({ row }) => row!.person),
    );
    fit.forEach(({ problems }, index) => {
      const { problem } = found[index]!;
      if (problem) problems.push(problem);
    });
  }
}
