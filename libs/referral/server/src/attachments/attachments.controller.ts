import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import {
  downloadAttachment,
  finishAttachment,
  readAttachments,
  removeAttachment,
  sendAttachmentPart,
  startAttachment,
  type Attachment,
  type Attachments,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DownloadAttachment } from './download-attachment';
import { ReadAttachments } from './read-attachments';
import { UploadAttachment } from './upload-attachment';

/** Opened by mistake it is a page without any right: nothing loads and nothing runs. */
const policyOfFiles = "default-src 'none'; sandbox";

/** What is attached to referrals. */
@Controller()
export class AttachmentsController {
  constructor(
    private readonly readAttachments: ReadAttachments,
    private readonly upload: UploadAttachment,
    private readonly downloadAttachment: DownloadAttachment,
  ) {}

  @Serves(readAttachments)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readAttachments.params }) { id }: ParamsOf<typeof readAttachments>,
  ): Promise<Attachments> {
    return this.readAttachments.run(transaction, id);
  }

  @Serves(startAttachment)
  start(
    @Current() transaction: Transaction,
    @Param({ schema: startAttachment.params }) { id }: ParamsOf<typeof startAttachment>,
    @Body({ schema: startAttachment.body }) body: BodyOf<typeof startAttachment>,
  ): Promise<Attachment> {
    return this.upload.start(transaction, id, body);
  }

  @Serves(sendAttachmentPart)
  sendPart(
    @Current() transaction: Transaction,
    @Param({ schema: sendAttachmentPart.params }) { id }: ParamsOf<typeof sendAttachmentPart>,
    @Body({ schema: sendAttachmentPart.body }) body: BodyOf<typeof sendAttachmentPart>,
  ): Promise<AnswerOf<typeof sendAttachmentPart>> {
    return this.upload.add(transaction, id, body);
  }

  @Serves(finishAttachment)
  finish(
    @Current() transaction: Transaction,
    @Param({ schema: finishAttachment.params }) { id }: ParamsOf<typeof finishAttachment>,
    @Body({ schema: finishAttachment.body }) _body: BodyOf<typeof finishAttachment>,
  ): Promise<Attachment> {
    return this.upload.finish(transaction, id);
  }

  @Serves(removeAttachment)
  remove(
    @Current() transaction: Transaction,
    @Param({ schema: removeAttachment.params }) { id }: ParamsOf<typeof removeAttachment>,
    @Body({ schema: removeAttachment.body }) _body: BodyOf<typeof removeAttachment>,
  ): Promise<AnswerOf<typeof removeAttachment>> {
    return this.upload.remove(transaction, id);
  }

  @Serves(downloadAttachment)
  async download(
    @Current() transaction: Transaction,
    @Param({ schema: downloadAttachment.params }) { id }: ParamsOf<typeof downloadAttachment>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { attachment, bytes } = await this.downloadAttachment.run(transaction, id);
    void reply.headers({
      'content-disposition': `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent(attachment.name).replace(/['()*]/g, escaped)}`,
      'content-security-policy': policyOfFiles,
    });
    return bytes;
  }
}

const escaped = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
