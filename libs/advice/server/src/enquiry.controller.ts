import { askAdvice, askCapacity, closeEnquiry, countEnquiries, readEnquiries, readEnquiry } from '@lotse/advice/model';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { AskEnquiry } from './ask-enquiry/ask-enquiry';
import { CloseEnquiry } from './close-enquiry/close-enquiry';
import { ReadEnquiries } from './read-enquiries/read-enquiries';
import { ReadEnquiry } from './read-enquiry/read-enquiry';

type Id = ParamsOf<typeof readEnquiry>;

/** What is asked before anybody is referred. */
@Controller()
export class EnquiryController {
  constructor(
    private readonly asking: AskEnquiry,
    private readonly list: ReadEnquiries,
    private readonly one: ReadEnquiry,
    private readonly closing: CloseEnquiry,
  ) {}

  @Serves(askAdvice)
  advice(
    @Current() transaction: Transaction,
    @Body({ schema: askAdvice.body }) body: BodyOf<typeof askAdvice>,
  ): Promise<AnswerOf<typeof askAdvice>> {
    return this.asking.advice(transaction, body);
  }

  @Serves(askCapacity)
  capacity(
    @Current() transaction: Transaction,
    @Body({ schema: askCapacity.body }) body: BodyOf<typeof askCapacity>,
  ): Promise<AnswerOf<typeof askCapacity>> {
    return this.asking.capacity(transaction, body);
  }

  @Serves(readEnquiries)
  read(
    @Current() transaction: Transaction,
    @Query({ schema: readEnquiries.query }) query: QueryOf<typeof readEnquiries>,
  ): Promise<AnswerOf<typeof readEnquiries>> {
    return this.list.run(transaction, query);
  }

  @Serves(countEnquiries)
  count(@Current() transaction: Transaction): Promise<AnswerOf<typeof countEnquiries>> {
    return this.list.count(transaction);
  }

  @Serves(readEnquiry)
  readOne(@Current() transaction: Transaction, @Param({ schema: readEnquiry.params }) { id }: Id): Promise<AnswerOf<typeof readEnquiry>> {
    return this.one.run(transaction, id);
  }

  @Serves(closeEnquiry)
  close(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: closeEnquiry.params }) { id }: Id,
    @Body({ schema: closeEnquiry.body }) _body: BodyOf<typeof closeEnquiry>,
  ): Promise<AnswerOf<typeof closeEnquiry>> {
    return this.closing.run(transaction, id, version);
  }
}
