import type { BodyOf, ParamsOf } from '@lotse/kernel';
import type { MovedReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { acceptOfferOfReferral, bookSlot, endOfferOfReferral, offerToReferral, rescheduleSlot } from '@lotse/waiting-list/model';
import { Body, Controller, Param } from '@nestjs/common';
import { BookSlot } from './book-slot/book-slot';
import { OfferForReferral } from './offer-for-referral/offer-for-referral';
import { OfferOtherDate } from './offer-other-date/offer-other-date';

/** The acts of a referral's life that need a slot. */
@Controller()
export class AppointmentController {
  constructor(
    private readonly booking: BookSlot,
    private readonly offering: OfferForReferral,
    private readonly otherDate: OfferOtherDate,
  ) {}

  @Serves(bookSlot)
  book(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: bookSlot.params }) { id }: ParamsOf<typeof bookSlot>,
    @Body({ schema: bookSlot.body }) { slotId }: BodyOf<typeof bookSlot>,
  ): Promise<MovedReferral> {
    return this.booking.run(transaction, id, version, 'book', slotId);
  }

  @Serves(rescheduleSlot)
  reschedule(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: rescheduleSlot.params }) { id }: ParamsOf<typeof rescheduleSlot>,
    @Body({ schema: rescheduleSlot.body }) { slotId, agreed }: BodyOf<typeof rescheduleSlot>,
  ): Promise<MovedReferral> {
    if (agreed === 'ask') return this.otherDate.run(transaction, id, version, slotId);
    return this.booking.run(transaction, id, version, 'reschedule', slotId);
  }

  @Serves(offerToReferral)
  offer(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: offerToReferral.params }) { id }: ParamsOf<typeof offerToReferral>,
    @Body({ schema: offerToReferral.body }) body: BodyOf<typeof offerToReferral>,
  ): Promise<MovedReferral> {
    return this.offering.offer(transaction, id, version, body);
  }

  @Serves(acceptOfferOfReferral)
  accept(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: acceptOfferOfReferral.params }) { id }: ParamsOf<typeof acceptOfferOfReferral>,
    @Body({ schema: acceptOfferOfReferral.body }) body: BodyOf<typeof acceptOfferOfReferral>,
  ): Promise<MovedReferral> {
    return this.offering.accept(transaction, id, version, body);
  }

  @Serves(endOfferOfReferral)
  end(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: endOfferOfReferral.params }) { id }: ParamsOf<typeof endOfferOfReferral>,
    @Body({ schema: endOfferOfReferral.body }) body: BodyOf<typeof endOfferOfReferral>,
  ): Promise<MovedReferral> {
    return this.offering.end(transaction, id, version, body);
  }
}
