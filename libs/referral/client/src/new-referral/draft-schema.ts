import { maxLength, schema } from '@angular/forms/signals';
import type { ReferralDraft } from './referral-draft';

/** How long the question to the receiver may be. */
export const longestQuestion = 2000;

/** How much fits into each input; the contracts say the same. What is missing is said by `findingsOf`. */
export const draftSchema = schema<ReferralDraft>(({ person, reason, release, further }) => {
  maxLength(person.familyName, 100);
  maxLength(person.givenName, 100);
  maxLength(person.phone, 40);
  maxLength(person.kvnr, 12);
  maxLength(person.kvnrReason, 200);
  maxLength(person.age, 3);
  maxLength(person.postcode, 5);
  maxLength(reason.question, longestQuestion);
  maxLength(reason.diagnosis, 200);
  maxLength(reason.medication, 1000);
  maxLength(reason.triedSoFar, 1000);
  maxLength(reason.callbackPhone, 40);
  maxLength(release.purpose, 200);
  maxLength(further.risk, 2000);
});
