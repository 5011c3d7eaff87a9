import type { Logger } from '@lotse/server-kit/telemetry';

/**
 * Runs work at an interval, never twice at a time, and waits for it when stopped. For due-date columns: the columns are the truth,
 * so any number of processes may sweep and any of them may die.
 */
export class Sweep {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly name: string,
    private readonly milliseconds: number,
    private readonly work: () => Promise<unknown>,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.run(), this.milliseconds);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private run(): void {
    if (this.running) return;
    this.running = this.work()
      .then(() => this.log.debug({ sweep: this.name }, 'swept'))
      .catch((error: unknown) => this.log.warn({ sweep: this.name, error }, 'sweep will try again'))
      .finally(() => (this.running = undefined));
  }
}
