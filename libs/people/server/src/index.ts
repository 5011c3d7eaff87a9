export { AccessGrantEntity } from './access-grant.entity';
export { People } from './people';
export { PeopleModule } from './people.module';
export { PersonEntity } from './person.entity';
export { ReleaseEntity } from './release.entity';
