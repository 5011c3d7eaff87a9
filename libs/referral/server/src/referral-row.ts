import type { ReferralRow } from '@lotse/referral/model';

/** A row of a worklist as the database gives it. */
export interface ReferralRowRecord extends Omit<ReferralRow, 'custody' | 'referrer' | 'recipient' | 'sentAt' | 'updatedAt'> {
  referrerOrganisationId: string;
  referrerName: string;
  recipientOrganisationId: string | null;
  recipientName: string | null;
  custodian: ReferralRow['custody']['custodian'];
  custodianOrganisationId: string | null;
  dueAt: Date | null;
  clockStartedAt: Date | null;
  updatedAt: Date;
}

/** What a row needs; `r` is the referral, `p` the person, `f` the referrer, `t` the recipient, `s` the service. */
export const referralRowColumns = `
  r.id, r.reference, r.person_id as "personId", p.family_name || ', ' || p.given_name as "personName", p.birth_date::text as "birthDate",
  r.reason, r.urgency, r.state, r.referrer_organisation_id as "referrerOrganisationId", f.name as "referrerName",
  r.recipient_organisation_id as "recipientOrganisationId", t.name as "recipientName", s.name as "serviceName", r.custodian,
  r.custodian_organisation_id as "custodianOrganisationId", r.due_at as "dueAt", r.clock_started_at as "clockStartedAt",
  r.updated_at as "updatedAt",
  (extract(epoch from now() - r.clock_started_at) / 86400 / greatest(r.target_days, 1 / 24.0))::float8 as "waitedShare", r.version`;

export const referralRowTables = `
  referral r join person p on p.id = r.person_id join organisation f on f.id = r.referrer_organisation_id
  left join organisation t on t.id = r.recipient_organisation_id left join service s on s.id = r.service_id`;

/** The row as contracts show it. */
export function asReferralRow(row: ReferralRowRecord): ReferralRow {
  const { referrerOrganisationId, recipientOrganisationId } = row;
  const custodianName = row.custodianOrganisationId === referrerOrganisationId ? row.referrerName : row.recipientName;
  return {
    id: row.id,
    reference: row.reference,
    personId: row.personId,
    personName: row.personName,
    birthDate: row.birthDate,
    reason: row.reason,
    urgency: row.urgency,
    state: row.state,
    referrer: { organisationId: referrerOrganisationId, organisationName: row.referrerName },
    recipient: recipientOrganisationId ? { organisationId: recipientOrganisationId, organisationName: row.recipientName ?? '' } : null,
    serviceName: row.serviceName,
    custody: {
      custodian: row.custodian,
      organisationId: row.custodianOrganisationId,
      organisationName: row.custodianOrganisationId ? custodianName : null,
      dueAt: row.dueAt?.toISOString() ?? null,
    },
    sentAt: row.clockStartedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    waitedShare: row.waitedShare,
    version: row.version,
  };
}
