import { addCalendarDays, instantAt, type AnswerOf, type QueryOf } from '@lotse/kernel';
import type { ChronicleLine, readChronicle, readChronicleState } from '@lotse/chronicle/model';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Row extends Omit<ChronicleLine, 'at' | 'roles'> {
  at: Date;
  roles: string[] | null;
}

/** Whoever was refused learns nothing from their own line: whose thing it was, or that it is there at all. */
const person = `case when e.result = 'refused' then null else e.person_id end`;

const columns = `
  e.id::text, e.at, e.kind, e.verb, e.subject, e.subject_id as "subjectId", ${person} as "personId",
  coalesce(cardinality(e.people), e.amount) as amount, e.parts, e.basis, e.result, e.roles, e.staff_id as "staffId", s.display_name as "staffName",
  e.deputyship_id is not null as "isDeputy", case when account.id is distinct from e.staff_id then account.display_name end as "accountName"`;

const text = `
  select ${columns} from chronicle_entry e left join staff s on s.id = e.staff_id
    left join staff account on e.subject = 'staff' and account.id = e.subject_id
  where e.organisation_id = current_organisation() and ($1::bigint is null or e.id < $1) and ($2::uuid is null or e.staff_id = $2 or (e.subject = 'staff' and e.subject_id = $2))
    and ($3::uuid is null or ${person} = $3 or $3 = any (e.people))
    and ($4::text is null or case when $4 = 'refused' then e.result = 'refused' else e.kind = $4 end)
    and ($5::timestamptz is null or e.at >= $5) and ($6::timestamptz is null or e.at < $6)
  order by e.id desc limit $7`;

interface State {
  sealedAt: Date | null;
  lines: number | null;
  hash: string | null;
  checkedAt: Date | null;
  isIntact: boolean | null;
}

const state = `
  select sealed_at as "sealedAt", position::float8 as lines, left(encode(hash, 'hex'), 16) as hash, checked_at as "checkedAt", intact as "isIntact"
  from chronicle_state()`;

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The chronicle as an organisation reads its own. */
@Injectable()
export class ReadChronicle {
  async run(transaction: Transaction, query: QueryOf<typeof readChronicle>): Promise<AnswerOf<typeof readChronicle>> {
    const { staff, person, kind, from, to } = query;
    const rows = await transaction.rows<Row>('chronicle.read', text, [
      ...readCursor(query.cursor, 1),
      ...[staff ?? null, person ?? null, kind ?? null],
      ...[from ? instantAt(from) : null, to ? instantAt(addCalendarDays(to, 1)) : null],
      query.limit + 1,
    ]);
    // Whoever reads the chronicle sees ids, so nobody is looked at; that it was read is a line all the same.
    transaction.record({
      ...{ kind: 'look', verb: 'chronicle', subject: 'chronicle', subjectId: null, personId: person ?? null },
      ...{ parts: [], basis: 'administration', result: rows.length > 0 ? 'found' : 'nothing', amount: Math.min(rows.length, query.limit) },
    });
    return asPage(
      rows,
      query.limit,
      ({ id }) => [id],
      ({ at, roles, ...row }) => ({ ...row, at: at.toISOString(), roles: roles ?? [] }),
    );
  }

  async state(transaction: Transaction): Promise<AnswerOf<typeof readChronicleState>> {
    const { sealedAt, checkedAt, lines, hash, isIntact } = (await transaction.row<State>('chronicle.state', state))!;
    return { sealedAt: instant(sealedAt), lines: lines ?? 0, hash, checkedAt: instant(checkedAt), isIntact };
  }
}
