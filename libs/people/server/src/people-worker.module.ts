import { Module } from '@nestjs/common';
import { PeopleModule } from './people.module';
import { CarryOutDeletions } from './retention/carry-out-deletions';
import { ProposeDeletions } from './retention/propose-deletions';
import { RetentionSweep } from './retention/retention.sweep';
import { RunOutReleases } from './run-out/run-out-releases';
import { RunOutReleasesSweep } from './run-out/run-out-releases.sweep';

/** What only the worker does: propose what is to be deleted, delete what was confirmed, and see to releases that have run out. */
@Module({ imports: [PeopleModule], providers: [ProposeDeletions, CarryOutDeletions, RetentionSweep, RunOutReleases, RunOutReleasesSweep] })
export class PeopleWorkerModule {}
