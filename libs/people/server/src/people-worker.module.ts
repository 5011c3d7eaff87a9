import { Module } from '@nestjs/common';
import { CarryOutDeletions } from './retention/carry-out-deletions';
import { ProposeDeletions } from './retention/propose-deletions';
import { RetentionSweep } from './retention/retention.sweep';

/** What only the worker does: propose what is to be deleted, and delete what was confirmed. */
@Module({ providers: [ProposeDeletions, CarryOutDeletions, RetentionSweep] })
export class PeopleWorkerModule {}
