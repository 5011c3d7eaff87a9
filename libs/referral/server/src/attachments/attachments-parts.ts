import { FilesModule } from '@lotse/server-kit/files';
import { AttachmentsController } from './attachments.controller';
import { DownloadAttachment } from './download-attachment';
import { ReadAttachments } from './read-attachments';
import { UploadAttachment } from './upload-attachment';

/** What is attached to referrals: parts of the module, kept together. */
export const attachments = {
  imports: [FilesModule],
  controllers: [AttachmentsController],
  providers: [ReadAttachments, UploadAttachment, DownloadAttachment],
  tables: ['attachment'],
};
