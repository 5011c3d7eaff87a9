import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGrantEntity } from './access-grant.entity';
import { AccessGrants } from './access-grants';
import { ChangePerson } from './change-person/change-person';
import { CreatePerson } from './create-person/create-person';
import { FindPeople } from './find-people/find-people';
import { People } from './people';
import { PeopleController } from './people.controller';
import { PersonEntity } from './person.entity';
import { ReadPerson } from './read-person/read-person';
import { ReadReleases } from './read-releases/read-releases';
import { RecordRelease } from './record-release/record-release';
import { ReleaseEntity } from './release.entity';
import { RevokeRelease } from './revoke-release/revoke-release';

@Module({
  imports: [TypeOrmModule.forFeature([PersonEntity, ReleaseEntity, AccessGrantEntity])],
  controllers: [PeopleController],
  providers: [CreatePerson, ChangePerson, FindPeople, ReadPerson, RecordRelease, ReadReleases, RevokeRelease, AccessGrants, People],
  exports: [People],
})
export class PeopleModule {}
