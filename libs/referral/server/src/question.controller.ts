import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import {
  answerQuestion,
  askQuestion,
  closeQuestion,
  followUpQuestion,
  keepQuestionTemplates,
  readOpenQuestions,
  readQuestions,
  readQuestionTemplates,
  sendMessage,
  takeBackMessage,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { AnswerQuestion } from './questions/answer-question';
import { AskQuestion } from './questions/ask-question';
import { CloseQuestion } from './questions/close-question';
import { FollowUpQuestion } from './questions/follow-up-question';
import { QuestionTemplates } from './questions/question-templates';
import type { MovedThread } from './questions/question-threads';
import { ReadQuestions } from './questions/read-questions';

type Id = ParamsOf<typeof readQuestions>;

/** What the two sides of a referral ask and tell each other. */
@Controller()
export class QuestionController {
  constructor(
    private readonly reading: ReadQuestions,
    private readonly asking: AskQuestion,
    private readonly answering: AnswerQuestion,
    private readonly following: FollowUpQuestion,
    private readonly closing: CloseQuestion,
    private readonly templates: QuestionTemplates,
  ) {}

  @Serves(readQuestions)
  read(@Current() transaction: Transaction, @Param({ schema: readQuestions.params }) { id }: Id): Promise<AnswerOf<typeof readQuestions>> {
    return this.reading.run(transaction, id);
  }

  @Serves(readOpenQuestions)
  open(
    @Current() transaction: Transaction,
    @Query({ schema: readOpenQuestions.query }) query: QueryOf<typeof readOpenQuestions>,
  ): Promise<AnswerOf<typeof readOpenQuestions>> {
    return this.reading.open(transaction, query);
  }

  @Serves(askQuestion)
  ask(
    @Current() transaction: Transaction,
    @Param({ schema: askQuestion.params }) { id }: Id,
    @Body({ schema: askQuestion.body }) body: BodyOf<typeof askQuestion>,
  ): Promise<MovedThread> {
    return this.asking.run(transaction, id, body);
  }

  @Serves(sendMessage)
  inform(
    @Current() transaction: Transaction,
    @Param({ schema: sendMessage.params }) { id }: Id,
    @Body({ schema: sendMessage.body }) body: BodyOf<typeof sendMessage>,
  ): Promise<MovedThread> {
    return this.asking.inform(transaction, id, body);
  }

  @Serves(answerQuestion)
  answer(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: answerQuestion.params }) { id }: Id,
    @Body({ schema: answerQuestion.body }) body: BodyOf<typeof answerQuestion>,
  ): Promise<MovedThread> {
    return this.answering.run(transaction, id, version, body);
  }

  @Serves(followUpQuestion)
  followUp(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: followUpQuestion.params }) { id }: Id,
    @Body({ schema: followUpQuestion.body }) body: BodyOf<typeof followUpQuestion>,
  ): Promise<MovedThread> {
    return this.following.run(transaction, id, version, body);
  }

  @Serves(closeQuestion)
  close(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: closeQuestion.params }) { id }: Id,
    @Body({ schema: closeQuestion.body }) body: BodyOf<typeof closeQuestion>,
  ): Promise<MovedThread> {
    return this.closing.run(transaction, id, version, body);
  }

  @Serves(takeBackMessage)
  takeBack(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: takeBackMessage.params }) { id }: Id,
    @Body({ schema: takeBackMessage.body }) _body: BodyOf<typeof takeBackMessage>,
  ): Promise<MovedThread> {
    return this.closing.takeBack(transaction, id, version);
  }

  @Serves(readQuestionTemplates)
  readTemplates(
    @Current() transaction: Transaction,
    @Param({ schema: readQuestionTemplates.params }) { id }: Id,
  ): Promise<AnswerOf<typeof readQuestionTemplates>> {
    return this.templates.read(transaction, id);
  }

  @Serves(keepQuestionTemplates)
  keepTemplates(
    @Current() transaction: Transaction,
    @Param({ schema: keepQuestionTemplates.params }) { id }: Id,
    @Body({ schema: keepQuestionTemplates.body }) { items }: BodyOf<typeof keepQuestionTemplates>,
  ): Promise<AnswerOf<typeof keepQuestionTemplates>> {
    return this.templates.keep(transaction, id, items);
  }
}
