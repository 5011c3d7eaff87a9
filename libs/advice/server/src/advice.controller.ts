import { addAdviceInfo, answerAdvice, askAdviceAgain, askBackAdvice, cancelAdvice, closeAdvice, convertAdvice } from '@lotse/advice/model';
import type { BodyOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import type { MovedAdvice } from './advice-threads';
import { ConvertAdvice } from './convert-advice/convert-advice';
import { MoveAdvice } from './move-advice/move-advice';

type Id = ParamsOf<typeof answerAdvice>;

/** The acts on an enquiry at one service. */
@Controller()
export class AdviceController {
  constructor(
    private readonly move: MoveAdvice,
    private readonly converting: ConvertAdvice,
  ) {}

  @Serves(answerAdvice)
  answer(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: answerAdvice.params }) { id }: Id,
    @Body({ schema: answerAdvice.body }) body: BodyOf<typeof answerAdvice>,
  ): Promise<MovedAdvice> {
    return this.move.answer(transaction, id, version, body);
  }

  @Serves(askBackAdvice)
  askBack(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: askBackAdvice.params }) { id }: Id,
    @Body({ schema: askBackAdvice.body }) body: BodyOf<typeof askBackAdvice>,
  ): Promise<MovedAdvice> {
    return this.move.run(transaction, id, version, 'ask_back', body);
  }

  @Serves(addAdviceInfo)
  addInfo(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: addAdviceInfo.params }) { id }: Id,
    @Body({ schema: addAdviceInfo.body }) body: BodyOf<typeof addAdviceInfo>,
  ): Promise<MovedAdvice> {
    return this.move.run(transaction, id, version, 'add_info', body);
  }

  @Serves(askAdviceAgain)
  askAgain(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: askAdviceAgain.params }) { id }: Id,
    @Body({ schema: askAdviceAgain.body }) body: BodyOf<typeof askAdviceAgain>,
  ): Promise<MovedAdvice> {
    return this.move.run(transaction, id, version, 'ask_again', body);
  }

  @Serves(closeAdvice)
  close(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: closeAdvice.params }) { id }: Id,
    @Body({ schema: closeAdvice.body }) _body: BodyOf<typeof closeAdvice>,
  ): Promise<MovedAdvice> {
    return this.move.run(transaction, id, version, 'close');
  }

  @Serves(cancelAdvice)
  cancel(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: cancelAdvice.params }) { id }: Id,
    @Body({ schema: cancelAdvice.body }) _body: BodyOf<typeof cancelAdvice>,
  ): Promise<MovedAdvice> {
    return this.move.run(transaction, id, version, 'cancel');
  }

  @Serves(convertAdvice)
  convert(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: convertAdvice.params }) { id }: Id,
    @Body({ schema: convertAdvice.body }) body: BodyOf<typeof convertAdvice>,
  ): Promise<MovedAdvice> {
    return this.converting.run(transaction, id, version, body);
  }
}
