import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ExpireOffers } from './expire-offers';

const every = 2_000;

/** Keeps watch over holds while the worker runs. */
@Injectable()
export class ExpireOffersSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(expireOffers: ExpireOffers, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('expire-offers', every, () => expireOffers.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
