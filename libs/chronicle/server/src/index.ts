export { ChronicleEntryEntity } from './chronicle-entry.entity';
export { ChronicleModule } from './chronicle.module';
export { ChronicleWorkerModule } from './chronicle-worker.module';
