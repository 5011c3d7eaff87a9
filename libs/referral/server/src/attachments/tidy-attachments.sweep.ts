import { Database } from '@lotse/server-kit/database';
import { PartStore } from '@lotse/server-kit/files';
import { Sweep } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

const every = 600_000;

/** For so long somebody can go on with an upload whose line broke. */
const forgetUnfinished = `delete from attachment where state = 'uploading' and created_at < now() - interval '2 days'`;
const toRemove = 'select id, parts from file_to_remove order by at limit 50';
const removed = 'delete from file_to_remove where id = $1';

/** Uploads that nobody went on with are dropped, and what lies outside of the database follows what is gone here. */
@Injectable()
export class TidyAttachmentsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweep: Sweep;

  constructor(
    private readonly database: Database,
    private readonly store: PartStore,
    @Inject(LOG) log: Logger,
  ) {
    this.sweep = new Sweep('attachments', every, () => this.run(), log);
  }

  async run(): Promise<void> {
    await this.database.asSystem((transaction) => transaction.change('attachments.forget', forgetUnfinished));
    const leaving = await this.database.asSystem((transaction) =>
      transaction.rows<{ id: string; parts: number }>('files.to-remove', toRemove),
    );
    for (const { id, parts } of leaving) {
      await this.store.removeOutside(id, parts);
      await this.database.asSystem((transaction) => transaction.change('files.removed', removed, [id]));
    }
  }

  onApplicationBootstrap(): void {
    this.sweep.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.sweep.stop();
  }
}
