import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { KeepSeriesAhead } from './keep-series-ahead';

const every = 3_600_000;

/** Once an hour: the weeks ahead. */
@Injectable()
export class KeepSeriesAheadSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(keepAhead: KeepSeriesAhead, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('keep-series-ahead', every, () => keepAhead.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
