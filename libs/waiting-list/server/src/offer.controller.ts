import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import {
  acceptOffer,
  declineOffer,
  readOfferDecision,
  readOffers,
  recordNotReached,
  withdrawOffer,
  type SlotOffer,
} from '@lotse/waiting-list/model';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { AcceptOffer } from './answer-offer/accept-offer';
import { DeclineOffer } from './answer-offer/decline-offer';
import { RecordNotReached } from './answer-offer/record-not-reached';
import { WithdrawOffer } from './answer-offer/withdraw-offer';
import { ReadOffers } from './read-offers/read-offers';
import { ReadOfferDecision } from './replay/read-offer-decision';

/** Offers and their answers. */
@Controller()
export class OfferController {
  constructor(
    private readonly readOffers: ReadOffers,
    private readonly acceptOffer: AcceptOffer,
    private readonly declineOffer: DeclineOffer,
    private readonly withdrawOffer: WithdrawOffer,
    private readonly recordNotReached: RecordNotReached,
    private readonly readDecision: ReadOfferDecision,
  ) {}

  @Serves(readOffers)
  list(
    @Current() transaction: Transaction,
    @Query({ schema: readOffers.query }) query: QueryOf<typeof readOffers>,
  ): Promise<AnswerOf<typeof readOffers>> {
    return this.readOffers.run(transaction, query);
  }

  @Serves(readOfferDecision)
  decision(
    @Current() transaction: Transaction,
    @Param({ schema: readOfferDecision.params }) { id }: ParamsOf<typeof readOfferDecision>,
  ): Promise<AnswerOf<typeof readOfferDecision>> {
    return this.readDecision.run(transaction, id);
  }

  @Serves(acceptOffer)
  accept(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: acceptOffer.params }) { id }: ParamsOf<typeof acceptOffer>,
    @Body({ schema: acceptOffer.body }) body: BodyOf<typeof acceptOffer>,
  ): Promise<SlotOffer> {
    return this.acceptOffer.run(transaction, id, version, body);
  }

  @Serves(declineOffer)
  decline(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: declineOffer.params }) { id }: ParamsOf<typeof declineOffer>,
    @Body({ schema: declineOffer.body }) body: BodyOf<typeof declineOffer>,
  ): Promise<SlotOffer> {
    return this.declineOffer.run(transaction, id, version, body);
  }

  @Serves(withdrawOffer)
  withdraw(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: withdrawOffer.params }) { id }: ParamsOf<typeof withdrawOffer>,
    @Body({ schema: withdrawOffer.body }) body: BodyOf<typeof withdrawOffer>,
  ): Promise<SlotOffer> {
    return this.withdrawOffer.run(transaction, id, version, body);
  }

  @Serves(recordNotReached)
  notReached(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: recordNotReached.params }) { id }: ParamsOf<typeof recordNotReached>,
    @Body({ schema: recordNotReached.body }) body: BodyOf<typeof recordNotReached>,
  ): Promise<SlotOffer> {
    return this.recordNotReached.run(transaction, id, version, body);
  }
}
