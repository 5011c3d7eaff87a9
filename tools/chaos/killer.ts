import { setTimeout as pause } from 'node:timers/promises';
import type { Installation } from '../../apps/client-e2e/src/processes/installation';

/** Kills processes (`kill -9`) one after the other, whichever it hits, and starts each anew at once. */
export class Killer {
  kills = 0;
  private isEnding = false;
  private readonly work: Promise<void>;

  /** @param which what it may hit */
  constructor(
    private readonly lotse: Installation,
    private readonly which: readonly ('api' | 'worker')[],
    private readonly everyMs: number,
  ) {
    this.work = this.go();
  }

  /** Stops killing; everything runs again afterwards. */
  async stop(): Promise<void> {
    this.isEnding = true;
    await this.work;
  }

  private async go(): Promise<void> {
    while (!this.isEnding) {
      await pause(this.everyMs * (0.5 + Math.random()));
      if (this.isEnding) return;
      const kind = this.which[Math.floor(Math.random() * this.which.length)];
      await (kind === 'api' ? this.killApi() : this.killWorker());
      this.kills++;
    }
  }

  private async killApi(): Promise<void> {
    const which = Math.floor(Math.random() * this.lotse.apis.length);
    await this.lotse.apis[which]!.process.stop(5_000, 'SIGKILL');
    await this.lotse.restartApi(which);
  }

  private async killWorker(): Promise<void> {
    const which = Math.floor(Math.random() * this.lotse.workers.length);
    await this.lotse.workers[which]!.stop(5_000, 'SIGKILL');
    this.lotse.workers[which] = await this.lotse.startWorker();
  }
}
