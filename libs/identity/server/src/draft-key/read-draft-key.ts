import { randomBytes } from 'node:crypto';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const find = 'select key from draft_key where staff_id = current_staff()';
/** Whoever is second reads the key of the first: two keys would make one browser's drafts unreadable in the other. */
const make = `
  insert into draft_key (staff_id, key) values (current_staff(), $1)
  on conflict (staff_id) do nothing`;

/** Hands out the key for drafts; makes it the first time. */
@Injectable()
export class ReadDraftKey {
  async run(transaction: Transaction): Promise<string> {
    const found = (await this.find(transaction)) ?? (await this.make(transaction));
    return found.toString('base64url');
  }

  private async find(transaction: Transaction): Promise<Buffer | undefined> {
    return (await transaction.row<{ key: Buffer }>('draft-key.find', find))?.key;
  }

  private async make(transaction: Transaction): Promise<Buffer> {
    // A look need not wait for the disk, but a key that was handed out must never be lost: drafts could not be read again.
    transaction.send('draft-key.durable', "set local synchronous_commit to 'on'");
    await transaction.change('draft-key.make', make, [randomBytes(32)]);
    return (await this.find(transaction))!;
  }
}
