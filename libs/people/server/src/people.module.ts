import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGrantEntity } from './access-grant.entity';
import { AccessGrants } from './access-grants';
import { ChangePerson } from './change-person/change-person';
import { CreatePerson } from './create-person/create-person';
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

@Module({
  imports: [TypeOrmModule.forFeature([PersonEntity, ReleaseEntity, AccessGrantEntity])],
  controllers: [PeopleController, ReleaseController],
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
    People,
  ],
  exports: [People, RevocationEffects],
})
export class PeopleModule {}
