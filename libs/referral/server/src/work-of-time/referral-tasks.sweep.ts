import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ReferralTasks } from './referral-tasks';

const every = 600_000;

/** Every ten minutes: what time has made due. */
@Injectable()
export class ReferralTasksSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(tasks: ReferralTasks, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('referral-tasks', every, () => tasks.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
