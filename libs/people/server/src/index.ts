export { AccessGrantEntity } from './access-grant.entity';
export { People } from './people';
export { partsFrom, partsOfReferral } from './released-parts';
export { RevocationEffects, type RevocationEffectOf } from './revocation-effects';
export { PeopleModule } from './people.module';
export { PersonEntity } from './person.entity';
export { ReleaseEntity } from './release.entity';
