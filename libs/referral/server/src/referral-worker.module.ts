import { RegionModule } from '@lotse/region/server';
import { FilesModule } from '@lotse/server-kit/files';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { RunImportsSweep } from './import-referrals/run-imports.sweep';
import { TidyAttachmentsSweep } from './attachments/tidy-attachments.sweep';
import { WhenPartMoved } from './legs/when-part-moved';
import { RemindOfQuestions } from './questions/remind-of-questions';
import { RemindOfQuestionsSweep } from './questions/remind-of-questions.sweep';
import { ReferralModule } from './referral.module';

/** What only the worker does: remind those who have to answer, and let the parts of a need follow the rule that joins them. */
@Module({
  imports: [FilesModule, ReferralModule, RegionModule, TaskModule],
  providers: [TidyAttachmentsSweep, WhenPartMoved, RemindOfQuestions, RemindOfQuestionsSweep, RunImportsSweep],
  exports: [RemindOfQuestions, TidyAttachmentsSweep],
})
export class ReferralWorkerModule {}
