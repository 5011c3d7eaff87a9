import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import { shownTo, type DataPart } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import { mergedChanges, referralChangesSchema, type ReferralChange, type ReferralChanges, type seeChanges } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Row {
  personId: string;
  referrerOrganisationId: string;
  parts: Parameters<typeof partsFrom>[0];
  seenAt: Date | null;
  seenUpTo: number | null;
  upTo: number;
}

interface ChangeRow {
  field: string;
  subject: string | null;
  part: DataPart | null;
  before: string | null;
  after: string | null;
  at: Date;
  byName: string | null;
  organisationName: string | null;
}

const look = `
  select r.person_id as "personId", r.referrer_organisation_id as "referrerOrganisationId", ${partsOfReferral('r')} as parts,
    l.at as "seenAt", l.up_to::integer as "seenUpTo",
    coalesce((select max(c.id) from referral_change c where c.referral_id = r.id), 0)::integer as "upTo"
  from referral r left join referral_look l on l.referral_id = r.id and l.staff_id = current_staff() where r.id = $1`;
const changes = `
  select c.field, c.subject, c.part, c.before, c.after, c.at, s.display_name as "byName", o.name as "organisationName"
  from referral_change c left join staff s on s.id = c.staff_id left join organisation o on o.id = c.organisation_id
  where c.referral_id = $1 and c.id > $2 and c.id <= $3 and c.staff_id is distinct from current_staff() order by c.id`;
const see = `
  insert into referral_look as l (referral_id, staff_id, up_to) values ($1, current_staff(), $2)
  on conflict (referral_id, staff_id) do update set up_to = greatest(l.up_to, excluded.up_to), at = now()`;

const nothing = {
  open: null,
  identity: null,
  contact: null,
  diagnosis: null,
  medication: null,
  risk: null,
  letters: null,
  appointments: null,
  notes: null,
};

/** What others have changed of a referral since somebody looked, cut like the referral itself, and that they have seen it. */
@Injectable()
export class ChangedSince {
  async read(transaction: Transaction, id: string): Promise<ReferralChanges> {
    const row = await this.look(transaction, id);
    const { personId, referrerOrganisationId, upTo, seenUpTo, seenAt } = row;
    const parts = partsFrom(row.parts);
    const isOwn = referrerOrganisationId === transaction.actor.organisationId;
    transaction.shows({ people: [personId], parts: parts ?? undefined, basis: isOwn ? 'own' : `leg:${id}` });
    const found = seenUpTo === null ? [] : await transaction.rows<ChangeRow>('referral.changes', changes, [id, seenUpTo, upTo]);
    const items = mergedChanges(found).map(asChange);
    return shownTo(referralChangesSchema, { seenAt: seenAt?.toISOString() ?? null, isSeen: (seenUpTo ?? -1) >= upTo, upTo, items }, parts);
  }

  /** Nobody has seen what is not there yet. */
  async see(transaction: Transaction, id: string, given: number): Promise<AnswerOf<typeof seeChanges>> {
    const { upTo: last } = await this.look(transaction, id);
    const upTo = Math.min(given, last);
    transaction.send('referral.see', see, [id, upTo]);
    return { upTo };
  }

  private async look(transaction: Transaction, id: string): Promise<Row> {
    const row = await transaction.row<Row>('referral.look', look, [id]);
    if (!row) throw new Refusal(notFound());
    return row;
  }
}

const asChange = ({ part, before, after, at, ...rest }: ChangeRow): ReferralChange => ({
  ...rest,
  at: at.toISOString(),
  ...nothing,
  [part ?? 'open']: { before, after },
});
