import { Database } from '@lotse/server-kit/database';
import { Sweep } from '@lotse/server-kit/jobs';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { readSealKey } from '../seal-chronicle/seal-key-file';
import { CheckChronicle } from './check-chronicle';

const every = 60_000;

/** A chain that was sealed and not checked for a day. */
const due = `
  select exists (select from (select distinct chain from chronicle_seal) s
    where not exists (select from chronicle_check c where c.chain = s.chain and c.checked_at > now() - interval '24 hours')) as "isDue"`;

/** Checks the whole chronicle once a day, so that somebody hears of it the day after it was tampered with. */
@Injectable()
export class CheckChronicleSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private sweep: Sweep | undefined;

  constructor(
    private readonly checkChronicle: CheckChronicle,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.sweep = new Sweep('check-chronicle', every, () => this.checkIfDue(), this.log);
    this.sweep.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweep?.stop();
  }

  private async checkIfDue(): Promise<void> {
    const key = readSealKey(this.settings);
    const found = key && (await this.database.lookAsSystem<{ isDue: boolean }>('check.due', due, []));
    if (!key || !found?.isDue) return;
    for (const { chain, findings } of await this.checkChronicle.run([key.publicKey], this.settings.CHRONICLE_WITNESS_FILE)) {
      if (findings.length > 0) this.log.error({ chain, findings: findings.length, first: findings[0] }, 'the chronicle was tampered with');
    }
  }
}
