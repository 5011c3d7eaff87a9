import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { RemindOfAdvice } from './remind-of-advice';

const every = 300_000;

/** Looks for enquiries that are due while the worker runs. */
@Injectable()
export class RemindOfAdviceSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(remind: RemindOfAdvice, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('remind-of-advice', every, () => remind.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
