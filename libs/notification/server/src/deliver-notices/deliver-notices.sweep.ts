import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DeliverNotices } from './deliver-notices';

const every = 5_000;

/** Delivers right after notices were written, and at an interval in case nobody rang. */
@Injectable()
export class DeliverNoticesSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly deliverNotices: DeliverNotices,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), every);
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Starts a round, or asks the round under way to look once more. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.rounds().finally(() => {
      this.running = undefined;
      if (this.again) this.wake();
    });
  }

  private async rounds(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        await this.deliverNotices.run();
      } catch (error) {
        this.log.warn({ error }, 'notices will be delivered later');
      }
    }
  }
}
