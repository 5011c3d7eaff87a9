import { problem } from '@lotse/kernel';

export const adviceNotYourTurn = problem('not-your-turn', 403, 'The other side must act now.');
export const ownService = problem('own-service', 422, 'This service is your own.', 'serviceId');
export const unknownAskedService = problem('unknown-service', 422, 'This service does not exist in the region.', 'serviceId');
export const adviceNeedsRelease = problem(
  'advice-needs-release',
  422,
  'There is no release in force that names this organisation. Record one, or ask without naming anybody.',
  'personId',
);
export const looksLikeAPerson = problem(
  'looks-like-a-person',
  422,
  'This looks as if it said who somebody is. Take it out, or confirm that it names nobody.',
);
export const answerByInPast = problem('answer-by-in-past', 422, 'The due date must not be in the past.', 'answerBy');
export const answerIncomplete = problem('answer-incomplete', 422, 'Something of the answer is still missing.');
export const personToConvert = problem('person-to-convert', 422, 'Choose whom the referral is about.', 'personId');
