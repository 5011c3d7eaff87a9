import { importKeptDays } from '@lotse/referral/model';
import { Database } from '@lotse/server-kit/database';
import { seeToEach, Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Imports } from './imports';
import { RunImport, type RunningImport } from './run-import';

const every = 1_000;

const running = `
  select id, organisation_id as "organisationId", region_id as "regionId", started_by as "staffId", sends from referral_import
  where state = 'running' order by started_at limit 20`;

const forgotten = `
  select id, organisation_id as "organisationId", region_id as "regionId", created_by as "staffId", version from referral_import
  where state in ('open', 'stopped') and touched_at < now() - make_interval(days => $1) limit 20`;

/** Takes over tables while the worker runs, one batch of each in turn, so that a large one holds nobody up. */
@Injectable()
export class RunImportsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;
  private isEnding = false;

  constructor(
    private readonly database: Database,
    private readonly runImport: RunImport,
    private readonly imports: Imports,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.sweep = new Sweep('run-imports', every, () => this.run(), log);
  }

  /** Until nothing waits any more, or the process ends. */
  async run(): Promise<void> {
    let waiting = await this.running();
    while (waiting.length > 0 && !this.isEnding) {
      const more: RunningImport[] = [];
      for (const one of waiting) if (await this.runImport.next(one)) more.push(one);
      waiting = more;
    }
    await this.forget();
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    return this.sweep.stop();
  }

  private running(): Promise<RunningImport[]> {
    return this.database.asSystem((transaction) => transaction.rows<RunningImport>('imports.running', running));
  }

  /** What nobody went on with is thrown away: whose data it is has never become a referral. */
  private async forget(): Promise<void> {
    const found = await this.database.asSystem((transaction) =>
      transaction.rows<RunningImport & { version: number }>('imports.forgotten', forgotten, [importKeptDays]),
    );
    await seeToEach('import', found, this.log, ({ id, version, organisationId, regionId }) =>
      this.database.asOrganisation({ organisationId, regionId }, (transaction) => this.imports.discard(transaction, id, version)),
    );
  }
}
