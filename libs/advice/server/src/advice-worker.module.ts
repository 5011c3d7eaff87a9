import { Module } from '@nestjs/common';
import { AdviceModule } from './advice.module';
import { RemindOfAdviceSweep } from './remind-of-advice/remind-of-advice.sweep';
import { WhenPersonDied } from './when-person-died/when-person-died';

/** What only the worker does: make work of what is due, and end what nobody needs any more. */
@Module({ imports: [AdviceModule], providers: [RemindOfAdviceSweep, WhenPersonDied] })
export class AdviceWorkerModule {}
