export { taskLifecycle, type TaskState } from './task.lifecycle';
export { escalationHours, kindsFor, pools, resultsOf, taskKinds, taskKindSchema, type Pool, type TaskKind } from './task-kinds';
export { taskFactsSchema, taskSchema, taskStateSchema, type Task, type TaskFacts } from './task';
export { taskPermissions } from './task.permissions';
export { taskColleagueUnknown, taskEndsWithSubject, taskResultUnknown, taskSnoozeNotAhead, taskSnoozePastDue } from './task.problems';
export { refusedFinish, refusedTaskSnooze, refusedWork, taskComesBackAt } from './task.rules';
export { claimTask, countTasks, finishTask, handOverTask, readTasks, snoozeTask, taskBoxSchema, type TaskBox } from './task.contracts';
