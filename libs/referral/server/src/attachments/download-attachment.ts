import { notFound, Refusal } from '@lotse/kernel';
import { attachmentLocked, type Attachment } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Files, Scanner } from '@lotse/server-kit/files';
import { Injectable } from '@nestjs/common';
import { ReadAttachments } from './read-attachments';

const where = 'select referral_id as "referralId" from attachment where id = $1';
const note = 'select note_scan($1, $2, $3)';

/** A file for whoever sees it in the list, and for nobody else. What could not be looked through before is looked through now. */
@Injectable()
export class DownloadAttachment {
  constructor(
    private readonly readAttachments: ReadAttachments,
    private readonly files: Files,
    private readonly scanner: Scanner,
  ) {}

  async run(transaction: Transaction, id: string): Promise<{ attachment: Attachment; bytes: Buffer }> {
    const place = await transaction.row<{ referralId: string }>('attachment.where', where, [id]);
    if (!place) throw new Refusal(notFound());
    const { own, received } = await this.readAttachments.run(transaction, place.referralId);
    const attachment = [...own, ...Object.values(received).flat()].find((one) => one.id === id);
    if (!attachment || attachment.state === 'uploading' || attachment.state === 'refused') throw new Refusal(notFound());
    if (attachment.state === 'infected') throw new Refusal(attachmentLocked());
    const bytes = await this.files.read(transaction, id);
    transaction.shows({ parts: [attachment.part] });
    if (attachment.state === 'unscanned') await this.scanNow(transaction, id, bytes);
    return { attachment, bytes };
  }

  /** What is found is kept, although the request is refused: the next one must not try it again. */
  private async scanNow(transaction: Transaction, id: string, bytes: Buffer): Promise<void> {
    const result = await this.scanner.scan(bytes);
    if (result.state === 'unscanned') return;
    transaction.send('attachment.scanned', note, [id, result.state, result.state === 'infected' ? result.finding : null]);
    if (result.state !== 'infected') return;
    await transaction.commit();
    throw new Refusal(attachmentLocked());
  }
}
