import type { EmergencyCall, ReferralState } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';

/** A call as the database gives it. */
export type CallRow = Omit<EmergencyCall, 'calledAt' | 'recordedAt' | 'struck'> & {
  calledAt: Date;
  recordedAt: Date;
  struckAt: Date | null;
  struckByName: string | null;
  struckReason: string | null;
};

/** The referral that calls are written down with. */
export interface CallPlace {
  personId: string;
  reference: string;
  state: ReferralState;
  version: number;
  referrerOrganisationId: string;
}

const place = `
  select person_id as "personId", reference, state, version, referrer_organisation_id as "referrerOrganisationId" from referral where id = $1`;

/** The referral that calls belong to, as far as it is seen. */
export const placeOfCalls = (transaction: Transaction, referralId: string): Promise<CallPlace | undefined> =>
  transaction.row<CallPlace>('emergency-calls.place', place, [referralId]);

const calls = `
  select c.id, c.called, c.called_name as "calledName", c.called_at as "calledAt", s.display_name as "callerName", c.reached, c.agreed,
    c.next_step as "nextStep", b.display_name as "recordedByName", c.recorded_at as "recordedAt", c.struck_at as "struckAt",
    k.display_name as "struckByName", c.struck_reason as "struckReason"
  from emergency_call c join staff s on s.id = c.staff_id join staff b on b.id = c.recorded_by left join staff k on k.id = c.struck_by`;
export const ofReferral = `${calls} where c.referral_id = $1 order by c.called_at, c.id`;
export const one = `${calls} where c.id = $1`;

export const colleague = 'select 1 from staff where id = $1 and organisation_id = current_organisation() and disabled_at is null';

export const insert = `
  insert into emergency_call (id, region_id, referral_id, organisation_id, staff_id, recorded_by, called, called_name, called_at, reached, agreed, next_step)
  values ($1, current_region(), $2, current_organisation(), coalesce($3, current_staff()), current_staff(), $4, $5, $6, $7, $8, $9)`;

export const strike = `
  update emergency_call c set struck_at = now(), struck_by = current_staff(), struck_reason = $2 where c.id = $1 and c.struck_at is null
  returning c.referral_id as "referralId"`;
export const known = 'select 1 from emergency_call where id = $1';
export const standing = 'select count(*)::int as count from emergency_call where referral_id = $1 and struck_at is null';
