import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EscalateTasks } from './escalate-tasks';

const every = 60_000;

/** Once a minute: what lies too long. */
@Injectable()
export class EscalateTasksSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(escalate: EscalateTasks, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('escalate-tasks', every, () => escalate.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
