export { AdviceMessageEntity, AdviceThreadEntity, EnquiryEntity } from './advice.entities';
export { AdviceModule } from './advice.module';
export { AdviceWorkerModule } from './advice-worker.module';
