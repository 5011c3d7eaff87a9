import { Services } from '@lotse/directory/server';
import { addCalendarDays, calendarDayOf, instantAt, refuse, Refusal, type BodyOf } from '@lotse/kernel';
import { coversReferral, coveredUntil } from '@lotse/people/model';
import { People } from '@lotse/people/server';
import { releaseDoesNotCover, serviceNotAccepting, unknownService, type MovedReferral, type resendReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';

/** Sends a returned referral again (T35), to the same or another service. The release is asked anew; the clock goes on. */
@Injectable()
export class ResendReferral {
  constructor(
    private readonly people: People,
    private readonly services: Services,
    private readonly referrals: Referrals,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof resendReferral>): Promise<MovedReferral> {
    const record = await this.referrals.take(transaction, id, version, 'resend');
    const serviceId = body.serviceId ?? record.serviceId;
    const service = serviceId ? await this.services.find(transaction, serviceId) : undefined;
    if (!service) throw new Refusal(unknownService());
    refuse(service.acceptsReferrals ? undefined : serviceNotAccepting());
    const today = calendarDayOf(new Date());
    const releases = await this.people.releases(transaction, record.personId);
    const { organisationId } = service;
    refuse(coversReferral(releases, organisationId, today) ? undefined : releaseDoesNotCover({ context: { organisationId } }));
    this.people.grants.openLeg(transaction, {
      personId: record.personId,
      referralId: id,
      organisationId,
      validUntil: instantAt(addCalendarDays(coveredUntil(releases, organisationId, today)!, 1)),
    });
    return this.referrals.move(transaction, record, 'resend', { note: body.note, recipient: { organisationId, serviceId: service.id } });
  }
}
