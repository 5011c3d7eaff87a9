import { instantAt, invalidState, type CalendarDay, type Problem } from '@lotse/kernel';
import { resultsOf, type TaskKind } from './task-kinds';
import { taskLifecycle, type TaskState } from './task.lifecycle';
import { taskEndsWithSubject, taskResultUnknown, taskSnoozeNotAhead, taskSnoozePastDue } from './task.problems';

/** What was put aside is back when the office opens. */
export const taskComesBackAt = (day: CalendarDay): Date => instantAt(day, '08:00');

/** Why a task cannot be worked on: it has ended. */
export function refusedWork(state: TaskState): Problem | undefined {
  return taskLifecycle.isFinal(state) ? invalidState({ context: { state } }) : undefined;
}

/** Why a task cannot be put aside until a day: it has ended, it would be back at once, or its due date would be hidden. */
export function refusedTaskSnooze(day: CalendarDay, task: { state: TaskState; dueAt: Date }, now: Date): Problem | undefined {
  const until = taskComesBackAt(day);
  if (until <= now) return refusedWork(task.state) ?? taskSnoozeNotAhead();
  return refusedWork(task.state) ?? (until > task.dueAt ? taskSnoozePastDue({ context: { dueAt: task.dueAt.toISOString() } }) : undefined);
}

/** Why somebody cannot say that a task is done: something else ends it, or there is no such result. */
export function refusedFinish(task: { state: TaskState; kind: TaskKind }, result: string): Problem | undefined {
  const results = resultsOf(task.kind);
  if (results.length === 0) return refusedWork(task.state) ?? taskEndsWithSubject({ context: { kind: task.kind } });
  return refusedWork(task.state) ?? (results.includes(result) ? undefined : taskResultUnknown());
}
