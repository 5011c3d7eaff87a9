import { custodianOf, isWithReferrer, type ReferralState } from '@lotse/referral/model';
import type { MoveOptions, ReferralRecord } from './referrals';

/** Custodian, their organisation, and until when; nobody and nothing at the end of the life. Who may not see a referral never has it. */
function custodyIn(to: ReferralState, record: ReferralRecord, dueAt: Date): unknown[] {
  const custodian = custodianOf[to];
  if (custodian === 'nobody') return [custodian, null, null];
  if (isWithReferrer(custodian)) return [custodian, record.referrerOrganisationId, dueAt];
  return record.recipientSees ? [custodian, record.recipientOrganisationId, dueAt] : ['referrer', record.referrerOrganisationId, dueAt];
}

/** What the statement of a move takes after the referral's id. */
export function valuesOfMove(
  to: ReferralState,
  remembered: ReferralState | null,
  record: ReferralRecord,
  dueAt: Date,
  { appointment, question, recipient }: MoveOptions,
): unknown[] {
  const { startsAt, endsAt, place, mode } = appointment ?? nothing;
  const { text, dueOn } = question ?? nothing;
  const { organisationId, serviceId } = recipient ?? nothing;
  return [to, remembered, ...custodyIn(to, record, dueAt), startsAt, endsAt, place, text, dueOn, organisationId, serviceId, mode];
}

/** What a move does not say is left as the statement leaves it. */
const nothing = {
  startsAt: null,
  endsAt: null,
  place: null,
  mode: null,
  text: null,
  dueOn: null,
  organisationId: null,
  serviceId: null,
};
