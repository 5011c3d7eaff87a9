import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { RunOutReleases } from './run-out-releases';

const every = 300_000;

/** Every five minutes: releases whose last day is over. */
@Injectable()
export class RunOutReleasesSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(runOut: RunOutReleases, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('run-out-releases', every, () => runOut.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
