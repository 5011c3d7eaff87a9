import { attemptsAtMost, noLongerTrue } from '@lotse/notification/model';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Deliveries, type ClaimedDelivery } from './deliveries';
import { Mail } from './mail';

const batch = 10;

/** Delivers what is due: claims, asks whether it is still true, sends, writes down. */
@Injectable()
export class DeliverNotices {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly mail: Mail,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async run(): Promise<void> {
    if (!this.mail.isSetUp) return;
    for (let claimed = batch; claimed === batch;) {
      const found = await this.deliveries.claim(batch);
      await Promise.all(found.map((delivery) => this.deliver(delivery)));
      claimed = found.length;
    }
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    let why: string | undefined;
    try {
      why = await this.whyNot(delivery);
      if (!why) await this.mail.ring({ deliveryId: delivery.id, address: delivery.address!, reference: delivery.reference });
    } catch (error) {
      return this.putBack(delivery, error);
    }
    return why ? this.deliveries.settle(delivery, 'suppress', why) : this.deliveries.settle(delivery, 'confirm');
  }

  private async whyNot(delivery: ClaimedDelivery): Promise<string | undefined> {
    if (!delivery.address) return 'no-address';
    const facts = await this.deliveries.facts(delivery);
    return facts ? noLongerTrue(facts) : 'not-visible';
  }

  /** Tries again later; after many attempts somebody has to look. The notice itself stays on its list either way. */
  private async putBack(delivery: ClaimedDelivery, error: unknown): Promise<void> {
    const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
    const isLast = delivery.attempts >= attemptsAtMost;
    this.log.warn(
      { delivery: delivery.id, code, responseCode, attempts: delivery.attempts },
      isLast ? 'delivery given up' : 'delivery will be tried again',
    );
    await this.deliveries.settle(delivery, isLast ? 'give_up' : 'put_back', [code, responseCode].filter(Boolean).join(' '));
  }
}
