import { RegionModule } from '@lotse/region/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { RunImportsSweep } from './import-referrals/run-imports.sweep';
import { WhenPartMoved } from './legs/when-part-moved';
import { RemindOfQuestions } from './questions/remind-of-questions';
import { RemindOfQuestionsSweep } from './questions/remind-of-questions.sweep';
import { ReferralModule } from './referral.module';

/** What only the worker does: remind those who have to answer, and let the parts of a need follow the rule that joins them. */
@Module({
  imports: [ReferralModule, RegionModule, TaskModule],
  providers: [WhenPartMoved, RemindOfQuestions, RemindOfQuestionsSweep, RunImportsSweep],
  exports: [RemindOfQuestions],
})
export class ReferralWorkerModule {}
