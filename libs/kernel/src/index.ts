export { lifecycle, history, type ActOf, type StateOf } from './lifecycle';
export { permissions, type Permission } from './permission';
export {
  answerGone,
  badRequest,
  deputyshipOver,
  fieldProblemSchema,
  idempotencyKeyReused,
  invalidInput,
  invalidState,
  notFound,
  notPermitted,
  notSignedIn,
  problem,
  problemSchema,
  Refusal,
  refuse,
  secondFactorRequired,
  tooFast,
  tooMany,
  unavailable,
  unexpected,
  versionMissing,
  versionStale,
  type FieldProblem,
  type Problem,
  type ProblemDetails,
  type ProblemKind,
} from './problem';
export {
  endpoint,
  pathOf,
  routeClassOf,
  type AnswerOf,
  type BodyInput,
  type BodyOf,
  type Endpoint,
  type May,
  type ParamsOf,
  type QueryInput,
  type QueryOf,
  type RouteClass,
  type Touches,
} from './endpoint';
export { idSchema, newId } from './ids';
export {
  addCalendarDays,
  addWorkingDays,
  calendarDayOf,
  calendarDaySchema,
  calendarDaysBetween,
  daysAfter,
  easterSunday,
  instantAt,
  isWorkingDay,
  millisecondsPerDay,
  timeZone,
  weekdayOf,
  type CalendarDay,
  type WorkingDayRule,
} from './calendar-day';
export { clockOfMinutes, minutesOfClock, wallClockOf, wallClockSchema, type WallClock } from './wall-clock';
export { isValidBsnr, isValidIk, isValidKvnr, isValidLanr, kvnrCheckDigit } from './check-digits';
export { pageOf, pageQuery } from './page';
