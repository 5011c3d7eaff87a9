import { Module } from '@nestjs/common';
import { AdviceModule } from './advice.module';
import { RemindOfAdviceSweep } from './remind-of-advice/remind-of-advice.sweep';

/** What only the worker does: make work of what is due. */
@Module({ imports: [AdviceModule], providers: [RemindOfAdviceSweep] })
export class AdviceWorkerModule {}
