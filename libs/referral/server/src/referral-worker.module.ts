import { RegionModule } from '@lotse/region/server';
import { FilesModule } from '@lotse/server-kit/files';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { RunImportsSweep } from './import-referrals/run-imports.sweep';
import { TidyAttachmentsSweep } from './attachments/tidy-attachments.sweep';
import { WhenPartMoved } from './legs/when-part-moved';
import { RemindOfQuestions } from './questions/remind-of-questions';
import { RemindOfQuestionsSweep } from './questions/remind-of-questions.sweep';
import { WhenDeathRecorded } from './record-death/when-death-recorded';
import { ReferralModule } from './referral.module';
import { ReferralTasks } from './work-of-time/referral-tasks';
import { ReferralTasksSweep } from './work-of-time/referral-tasks.sweep';

/**
 * What only the worker does: the work that time makes, remind those who have to answer, what follows from a death, and let the parts of a need
 * follow the rule that joins them.
 */
@Module({
  imports: [FilesModule, ReferralModule, RegionModule, TaskModule],
  providers: [
    TidyAttachmentsSweep,
    WhenPartMoved,
    RemindOfQuestions,
    RemindOfQuestionsSweep,
    RunImportsSweep,
    WhenDeathRecorded,
    ReferralTasks,
    ReferralTasksSweep,
  ],
  exports: [RemindOfQuestions, TidyAttachmentsSweep, ReferralTasks],
})
export class ReferralWorkerModule {}
