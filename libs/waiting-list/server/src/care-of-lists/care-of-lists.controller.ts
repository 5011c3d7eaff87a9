import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import {
  answerListCheck,
  askReferrerToCheck,
  changeExpectedWait,
  decideListCheck,
  readExpectedWait,
  readListChecks,
  readListRounds,
  recordCheckAttempt,
  startListChecks,
  type ListCheck,
} from '@lotse/waiting-list/model';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ExpectedWaits } from '../expected-wait/expected-waits';
import { AnswerListCheck } from './answer-list-check';
import { AskAgain } from './ask-again';
import { DecideListCheck } from './decide-list-check';
import { ReadListChecks } from './read-list-checks';
import { StartListChecks } from './start-list-checks';

/** Whether the place is still needed, how somebody is while waiting, and what referrers are told of the wait. */
@Controller()
export class CareOfListsController {
  constructor(
    private readonly read: ReadListChecks,
    private readonly starting: StartListChecks,
    private readonly answering: AnswerListCheck,
    private readonly asking: AskAgain,
    private readonly deciding: DecideListCheck,
    private readonly waits: ExpectedWaits,
  ) {}

  @Serves(readListRounds)
  rounds(
    @Current() transaction: Transaction,
    @Query({ schema: readListRounds.query }) query: QueryOf<typeof readListRounds>,
  ): Promise<AnswerOf<typeof readListRounds>> {
    return this.read.rounds(transaction, query);
  }

  @Serves(readListChecks)
  checks(
    @Current() transaction: Transaction,
    @Query({ schema: readListChecks.query }) query: QueryOf<typeof readListChecks>,
  ): Promise<AnswerOf<typeof readListChecks>> {
    return this.read.checks(transaction, query);
  }

  @Serves(startListChecks)
  start(
    @Current() transaction: Transaction,
    @Param({ schema: startListChecks.params }) { id }: ParamsOf<typeof startListChecks>,
    @Body({ schema: startListChecks.body }) { entryIds }: BodyOf<typeof startListChecks>,
  ): Promise<AnswerOf<typeof startListChecks>> {
    return this.starting.run(transaction, id, entryIds);
  }

  @Serves(answerListCheck)
  answer(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: answerListCheck.params }) { id }: ParamsOf<typeof answerListCheck>,
    @Body({ schema: answerListCheck.body }) body: BodyOf<typeof answerListCheck>,
  ): Promise<ListCheck> {
    return this.answering.run(transaction, id, version, body);
  }

  @Serves(recordCheckAttempt)
  notReached(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: recordCheckAttempt.params }) { id }: ParamsOf<typeof recordCheckAttempt>,
    @Body({ schema: recordCheckAttempt.body }) _body: BodyOf<typeof recordCheckAttempt>,
  ): Promise<ListCheck> {
    return this.asking.notReached(transaction, id, version);
  }

  @Serves(askReferrerToCheck)
  askReferrer(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: askReferrerToCheck.params }) { id }: ParamsOf<typeof askReferrerToCheck>,
    @Body({ schema: askReferrerToCheck.body }) _body: BodyOf<typeof askReferrerToCheck>,
  ): Promise<ListCheck> {
    return this.asking.askReferrer(transaction, id, version);
  }

  @Serves(decideListCheck)
  decide(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: decideListCheck.params }) { id }: ParamsOf<typeof decideListCheck>,
    @Body({ schema: decideListCheck.body }) body: BodyOf<typeof decideListCheck>,
  ): Promise<ListCheck> {
    return this.deciding.run(transaction, id, version, body);
  }

  @Serves(readExpectedWait)
  expectedWait(
    @Current() transaction: Transaction,
    @Param({ schema: readExpectedWait.params }) { id }: ParamsOf<typeof readExpectedWait>,
  ): Promise<AnswerOf<typeof readExpectedWait>> {
    return this.waits.read(transaction, id);
  }

  @Serves(changeExpectedWait)
  changeExpectedWait(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeExpectedWait.params }) { id }: ParamsOf<typeof changeExpectedWait>,
    @Body({ schema: changeExpectedWait.body }) body: BodyOf<typeof changeExpectedWait>,
  ): Promise<AnswerOf<typeof changeExpectedWait>> {
    return this.waits.change(transaction, id, version, body);
  }
}
