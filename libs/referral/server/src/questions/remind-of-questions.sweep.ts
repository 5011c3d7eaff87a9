import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { RemindOfQuestions } from './remind-of-questions';

const every = 60_000;

/** Looks for questions that are due while the worker runs. */
@Injectable()
export class RemindOfQuestionsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(remind: RemindOfQuestions, @Inject(LOG) log: Logger) {
    this.sweep = new Sweep('remind-of-questions', every, () => remind.run(), log);
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
