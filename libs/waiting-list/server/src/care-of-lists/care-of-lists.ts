import { ExpectedWaits } from '../expected-wait/expected-waits';
import { AnswerListCheck } from './answer-list-check';
import { AskAgain } from './ask-again';
import { DecideListCheck } from './decide-list-check';
import { OpenListRounds } from './open-list-rounds';
import { ReadListChecks } from './read-list-checks';
import { StartListChecks } from './start-list-checks';

/** How lists are looked after. */
export const careOfListsParts = [
  ReadListChecks,
  StartListChecks,
  AnswerListCheck,
  AskAgain,
  DecideListCheck,
  OpenListRounds,
  ExpectedWaits,
];
