import { shownTo } from '@lotse/people/model';
import { bornOf, partsFrom, partsOfReferral } from '@lotse/people/server';
import { missingPieces, referralRowSchema, releaseEndsSoonDays, type PieceFacts, type ReferralRow } from '@lotse/referral/model';

/** A row of a worklist as the database gives it. */
export interface ReferralRowRecord
  extends
    Omit<ReferralRow, 'custody' | 'referrer' | 'recipient' | 'sentAt' | 'updatedAt' | 'assignee' | 'snoozedUntil' | 'missing' | 'hidden'>,
    Omit<PieceFacts, 'state'> {
  referrerOrganisationId: string;
  referrerName: string;
  recipientOrganisationId: string | null;
  recipientName: string | null;
  custodian: ReferralRow['custody']['custodian'];
  custodianOrganisationId: string | null;
  dueAt: Date | null;
  clockStartedAt: Date | null;
  updatedAt: Date;
  assigneeId: string | null;
  assigneeName: string | null;
  snoozedUntil: Date | null;
  /** What of it the reader was given, see `partsOfReferral`. */
  parts: string | null;
}

/** Whether it is put aside: until later, and as it is now. Whatever changes it brings it back, on whichever side that happens. */
export const isSnoozed = `(d.snoozed_until > now() and d.snoozed_version = r.version)`;

/** What a row needs; `r` is the referral, `p` the person, `f` the referrer, `t` the recipient, `s` the service, `d` the own desk. */
export const referralRowColumns = `
  r.id, r.reference, r.person_id as "personId", concat_ws(', ', p.family_name, nullif(p.given_name, '')) as "personName", ${bornOf('p')} as "birthDate",
  r.reason, r.urgency, r.state, r.referrer_organisation_id as "referrerOrganisationId", f.name as "referrerName",
  r.recipient_organisation_id as "recipientOrganisationId", t.name as "recipientName", s.name as "serviceName", r.custodian,
  r.custodian_organisation_id as "custodianOrganisationId", r.due_at as "dueAt", r.clock_started_at as "clockStartedAt",
  r.updated_at as "updatedAt", r.came_by as "cameBy",
  (extract(epoch from now() - r.clock_started_at) / 86400 / greatest(r.target_days, 1 / 24.0))::float8 as "waitedShare", r.version,
  d.assignee_id as "assigneeId", (select a.display_name from staff a where a.id = d.assignee_id) as "assigneeName",
  case when ${isSnoozed} then d.snoozed_until end as "snoozedUntil",
  p.phone is not null as "hasPhone", p.kvnr is not null as "hasKvnr", coalesce(r.diagnosis, '') <> '' as "hasDiagnosis",
  coalesce(r.medication, '') <> '' as "hasMedication",
  coalesce((select g.valid_until < now() + interval '${releaseEndsSoonDays} days' from access_grant g
    where g.referral_id = r.id and g.organisation_id = r.recipient_organisation_id and g.basis = 'leg'), false) as "releaseEndsSoon",
  case when r.state = 'draft' and r.urgency = 'emergency' then
    (select count(*)::int from emergency_call c where c.referral_id = r.id and c.struck_at is null) end as "emergencyCalls",
  ${partsOfReferral('r')} as parts`;

/** The referrer is joined outwards: of an inner join the database expects far fewer rows than there are, and sorts a list it could read in order. */
const tables = `
  referral r join person p on p.id = r.person_id left join organisation f on f.id = coalesce(r.on_behalf_of_organisation_id, r.referrer_organisation_id)
  left join organisation t on t.id = r.recipient_organisation_id left join service s on s.id = r.service_id`;

/** Of most referrals nobody keeps a desk: one look for each row that is shown, instead of going through all desks. */
export const referralRowTables = `${tables} left join lateral (select assignee_id, snoozed_until, snoozed_version from referral_desk
    where referral_id = r.id and organisation_id = current_organisation() limit 1) d on true`;

/** Only those on a desk, beginning with the desks. */
export const referralsOnDesk = `${tables} join referral_desk d on d.referral_id = r.id and d.organisation_id = current_organisation()`;

const instantOf = (at: Date | null): string | null => at?.toISOString() ?? null;

function custodyOf(row: ReferralRowRecord): ReferralRow['custody'] {
  const { custodian, custodianOrganisationId: organisationId, recipientOrganisationId, referrerName, recipientName, dueAt } = row;
  // Of what came on paper, whoever received it keeps both sides.
  const custodianName = organisationId === recipientOrganisationId ? recipientName : referrerName;
  return { custodian, organisationId, organisationName: organisationId ? custodianName : null, dueAt: instantOf(dueAt) };
}

function recipientOf({ recipientOrganisationId: organisationId, recipientName }: ReferralRowRecord): ReferralRow['recipient'] {
  return organisationId ? { organisationId, organisationName: recipientName ?? '' } : null;
}

/** The row as contracts show it, cut to what the reader was given. */
export const asReferralRow = (row: ReferralRowRecord): ReferralRow => shownTo(referralRowSchema, wholeRow(row), partsFrom(row.parts));

/** The row before it is cut. */
export function wholeRow(row: ReferralRowRecord): Omit<ReferralRow, 'hidden'> {
  return {
    id: row.id,
    reference: row.reference,
    personId: row.personId,
    personName: row.personName,
    birthDate: row.birthDate,
    reason: row.reason,
    urgency: row.urgency,
    state: row.state,
    referrer: { organisationId: row.referrerOrganisationId, organisationName: row.referrerName },
    recipient: recipientOf(row),
    serviceName: row.serviceName,
    cameBy: row.cameBy,
    custody: custodyOf(row),
    sentAt: instantOf(row.clockStartedAt),
    updatedAt: row.updatedAt.toISOString(),
    waitedShare: row.waitedShare,
    version: row.version,
    ...(row.emergencyCalls ? { emergencyCalls: row.emergencyCalls } : {}),
    assignee: row.assigneeId ? { id: row.assigneeId, displayName: row.assigneeName ?? '' } : null,
    snoozedUntil: instantOf(row.snoozedUntil),
    missing: missingPieces(row, partsFrom(row.parts)),
  };
}
