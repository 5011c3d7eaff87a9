import { RegionModule } from '@lotse/region/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGrantEntity } from './access-grant.entity';
import { AccessGrants } from './access-grants';
import { BreakGlassController } from './break-glass/break-glass.controller';
import { BreakGlassEntity } from './break-glass/break-glass.entity';
import { OpenBreakGlass } from './break-glass/open-break-glass';
import { EmergencyLimits } from './break-glass/emergency-limits';
import { ReviewBreakGlass } from './break-glass/review-break-glass';
import { RunningBreakGlass } from './break-glass/running-break-glass';
import { PrintModule } from '@lotse/server-kit/print';
import { AccessReportController } from './access-report/access-report.controller';
import { ReadAccesses } from './access-report/read-accesses';
import { ChangePerson } from './change-person/change-person';
import { CreatePerson } from './create-person/create-person';
import { DuplicateAnswerEntity } from './duplicates/duplicate-answer.entity';
import { Duplicates } from './duplicates/duplicates';
import { HouseholdEntity, HouseholdMemberEntity } from './household/household.entity';
import { Households } from './household/households';
import { MergePeople } from './merge/merge-people';
import { PersonMergeEntity } from './merge/person-merge.entity';
import { ReadMerges } from './merge/read-merges';
import { UndoMerge } from './merge/undo-merge';
import { OnePersonController } from './one-person.controller';
import { Pseudonyms } from './pseudonym/pseudonyms';
import { RepresentativeEntity } from './representatives/representative.entity';
import { Representatives } from './representatives/representatives';
import { FindPeople } from './find-people/find-people';
import { FindRecipients } from './find-recipients/find-recipients';
import { People } from './people';
import { PeopleController } from './people.controller';
import { PersonEntity } from './person.entity';
import { ReadPerson } from './read-person/read-person';
import { ReadReleases } from './read-releases/read-releases';
import { RecordRelease } from './record-release/record-release';
import { ReleaseEntity } from './release.entity';
import { RevocationEffects } from './revocation-effects';
import { ReadRevocationEffects } from './revoke-release/read-revocation-effects';
import { RevokeRelease } from './revoke-release/revoke-release';
import { ReleaseController } from './release.controller';
import { ReadCorrections } from './corrections/read-corrections';
import { ExportEverything } from './records/export-everything';
import { ownParts } from './records/own-parts';
import { PersonRecords } from './records/person-records';
import { RetentionController } from './retention.controller';
import { ConfirmDeletion } from './retention/confirm-deletion';
import { Holds } from './retention/holds';
import { ReadRetention } from './retention/read-retention';

const onePersonEntities = [DuplicateAnswerEntity, PersonMergeEntity, HouseholdEntity, HouseholdMemberEntity, RepresentativeEntity];

/** One record for one person, and who belongs to them. */
const onePerson = [Duplicates, MergePeople, ReadMerges, UndoMerge, Households, Representatives, Pseudonyms];

/** How long records are kept, and what somebody may ask about their own. */
const rights = [ReadCorrections, ExportEverything, PersonRecords, ReadRetention, ConfirmDeletion, Holds];

@Module({
  imports: [
    RegionModule,
    TaskModule,
    PrintModule,
    TypeOrmModule.forFeature([PersonEntity, ReleaseEntity, AccessGrantEntity, BreakGlassEntity, ...onePersonEntities]),
  ],
  // Before the people: `people/duplicates` and `people/merges` are no ids.
  controllers: [
    OnePersonController,
    PeopleController,
    BreakGlassController,
    AccessReportController,
    ReleaseController,
    RetentionController,
  ],
  providers: [
    CreatePerson,
    ChangePerson,
    FindPeople,
    FindRecipients,
    ReadPerson,
    RecordRelease,
    ReadReleases,
    RevokeRelease,
    ReadRevocationEffects,
    RevocationEffects,
    AccessGrants,
    OpenBreakGlass,
    ReadAccesses,
    RunningBreakGlass,
    EmergencyLimits,
    ReviewBreakGlass,
    People,
    ...onePerson,
    ...rights,
  ],
  exports: [People, PersonRecords, RevocationEffects],
})
export class PeopleModule {
  constructor(records: PersonRecords) {
    records.register(...ownParts);
  }
}
