import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SlotsToPool } from './slots-to-pool';

const every = 10_000;

/** Every ten seconds: which free slots those who coordinate are to know of. */
@Injectable()
export class SlotsToPoolSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(slots: SlotsToPool, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('slots-to-pool', every, () => slots.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
