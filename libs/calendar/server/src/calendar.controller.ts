import {
  blockSlot,
  cancelSlot,
  moveSlot,
  openSlot,
  overbookMove,
  overbookSlot,
  readSlot,
  readSlots,
  unblockSlot,
  type Slot,
} from '@lotse/calendar/model';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { BlockSlot } from './block-slot/block-slot';
import { CancelSlot } from './cancel-slot/cancel-slot';
import { MoveSlot } from './move-slot/move-slot';
import { OpenSlot } from './open-slot/open-slot';
import { ReadSlot } from './read-slot/read-slot';
import { ReadSlots } from './read-slots/read-slots';

@Controller()
export class CalendarController {
  constructor(
    private readonly openSlot: OpenSlot,
    private readonly readSlots: ReadSlots,
    private readonly readSlot: ReadSlot,
    private readonly cancelSlot: CancelSlot,
    private readonly moveSlot: MoveSlot,
    private readonly blockSlot: BlockSlot,
  ) {}

  @Serves(openSlot)
  open(@Current() transaction: Transaction, @Body({ schema: openSlot.body }) body: BodyOf<typeof openSlot>): Promise<Slot> {
    return this.openSlot.run(transaction, body);
  }

  @Serves(overbookSlot)
  overbook(
    @Current() transaction: Transaction,
    @Body({ schema: overbookSlot.body }) { reason, ...slot }: BodyOf<typeof overbookSlot>,
  ): Promise<Slot> {
    return this.openSlot.run(transaction, slot, reason);
  }

  @Serves(readSlots)
  list(
    @Current() transaction: Transaction,
    @Query({ schema: readSlots.query }) query: QueryOf<typeof readSlots>,
  ): Promise<AnswerOf<typeof readSlots>> {
    return this.readSlots.run(transaction, query);
  }

  @Serves(readSlot)
  read(@Current() transaction: Transaction, @Param({ schema: readSlot.params }) { id }: ParamsOf<typeof readSlot>): Promise<Slot> {
    return this.readSlot.run(transaction, id);
  }

  @Serves(cancelSlot)
  cancel(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: cancelSlot.params }) { id }: ParamsOf<typeof cancelSlot>,
    @Body({ schema: cancelSlot.body }) body: BodyOf<typeof cancelSlot>,
  ): Promise<Slot> {
    return this.cancelSlot.run(transaction, id, version, body);
  }

  @Serves(moveSlot)
  move(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: moveSlot.params }) { id }: ParamsOf<typeof moveSlot>,
    @Body({ schema: moveSlot.body }) body: BodyOf<typeof moveSlot>,
  ): Promise<Slot> {
    return this.moveSlot.run(transaction, id, version, body);
  }

  @Serves(overbookMove)
  overbookMove(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: overbookMove.params }) { id }: ParamsOf<typeof overbookMove>,
    @Body({ schema: overbookMove.body }) { reason, ...to }: BodyOf<typeof overbookMove>,
  ): Promise<Slot> {
    return this.moveSlot.run(transaction, id, version, to, reason);
  }

  @Serves(blockSlot)
  block(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: blockSlot.params }) { id }: ParamsOf<typeof blockSlot>,
  ): Promise<Slot> {
    return this.blockSlot.run(transaction, id, version, 'block');
  }

  @Serves(unblockSlot)
  unblock(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: unblockSlot.params }) { id }: ParamsOf<typeof unblockSlot>,
  ): Promise<Slot> {
    return this.blockSlot.run(transaction, id, version, 'unblock');
  }
}
