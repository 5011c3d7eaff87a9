export { asPage, readCursor, writeCursor } from './cursor';
export { Database, type OpenedSession, type OrganisationActor, type StoredAnswer } from './database';
export { DatabaseModule } from './database.module';
export { SnakeCaseNames } from './snake-case-names';
export { Transaction, type Actor, type EventToTell, type LineToRecord, type Shown } from './transaction';
export { HeldConnections } from './held-connections';
