export { Api } from './api';
export { answerAhead, answeredAhead } from './answered-ahead';
export { ApiProblem, apiProblemOf } from './api-problem';
export type { ReadArguments, SendArguments } from './arguments';
export { Live } from './live';
export type { LiveChange, LiveState } from './live-stream';
export { neverMissed } from './never-missed';
export { readingProblems } from './reading-problems';
export { SessionEnd } from './session-end';
