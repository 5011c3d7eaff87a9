import { problem } from '@lotse/kernel';

export const unknownColleague = problem('unknown-colleague', 422, 'Only somebody of the own organisation can take this over.', 'staffId');
export const snoozeNotAhead = problem('snooze-not-ahead', 422, 'Choose a day that is still to come.', 'until');
export const snoozePastDue = problem('snooze-past-due', 422, 'Somebody must act before that day.');
