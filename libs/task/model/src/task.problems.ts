import { problem } from '@lotse/kernel';

export const taskSnoozeNotAhead = problem('task-snooze-not-ahead', 422, 'Choose a day that is still to come.', 'until');
export const taskSnoozePastDue = problem('task-snooze-past-due', 422, 'A task cannot be put aside beyond its due date.', 'until');
export const taskEndsWithSubject = problem('task-ends-with-subject', 422, 'This task ends by itself when what it is about is done.');
export const taskResultUnknown = problem('task-result-unknown', 422, 'Choose one of the results of this kind of task.', 'result');
export const taskColleagueUnknown = problem('task-colleague-unknown', 422, 'This person does not work in your organisation.', 'staffId');
