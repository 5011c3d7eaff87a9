import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { MovedReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { joinWaitingList, offerSlot, readCandidates, readWaitingList, readWaitingLists, type SlotOffer } from '@lotse/waiting-list/model';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { JoinWaitingList } from './join-waiting-list/join-waiting-list';
import { OfferSlot } from './offer-slot/offer-slot';
import { ReadCandidates } from './read-candidates/read-candidates';
import { ReadWaitingList } from './read-waiting-list/read-waiting-list';
import { ReadWaitingLists } from './read-waiting-lists/read-waiting-lists';

/** Who waits, and who is next. */
@Controller()
export class WaitingListController {
  constructor(
    private readonly joinWaitingList: JoinWaitingList,
    private readonly readWaitingLists: ReadWaitingLists,
    private readonly readWaitingList: ReadWaitingList,
    private readonly readCandidates: ReadCandidates,
    private readonly offerSlot: OfferSlot,
  ) {}

  @Serves(joinWaitingList)
  join(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: joinWaitingList.params }) { id }: ParamsOf<typeof joinWaitingList>,
    @Body({ schema: joinWaitingList.body }) body: BodyOf<typeof joinWaitingList>,
  ): Promise<MovedReferral> {
    return this.joinWaitingList.run(transaction, id, version, body);
  }

  @Serves(readWaitingLists)
  lists(@Current() transaction: Transaction): Promise<AnswerOf<typeof readWaitingLists>> {
    return this.readWaitingLists.run(transaction);
  }

  @Serves(readWaitingList)
  list(
    @Current() transaction: Transaction,
    @Param({ schema: readWaitingList.params }) { id }: ParamsOf<typeof readWaitingList>,
    @Query({ schema: readWaitingList.query }) query: QueryOf<typeof readWaitingList>,
  ): Promise<AnswerOf<typeof readWaitingList>> {
    return this.readWaitingList.run(transaction, id, query);
  }

  @Serves(readCandidates)
  candidates(
    @Current() transaction: Transaction,
    @Param({ schema: readCandidates.params }) { id }: ParamsOf<typeof readCandidates>,
  ): Promise<AnswerOf<typeof readCandidates>> {
    return this.readCandidates.run(transaction, id);
  }

  @Serves(offerSlot)
  offer(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: offerSlot.params }) { id }: ParamsOf<typeof offerSlot>,
    @Body({ schema: offerSlot.body }) body: BodyOf<typeof offerSlot>,
  ): Promise<SlotOffer> {
    return this.offerSlot.run(transaction, id, version, body);
  }
}
