import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { OpenListRounds } from './open-list-rounds';

const every = 900_000;

/** Every quarter of an hour: whose lists are to be looked at this week. */
@Injectable()
export class ListRoundsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(rounds: OpenListRounds, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('list-rounds', every, () => rounds.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
