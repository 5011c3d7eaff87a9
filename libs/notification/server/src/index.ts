export { DeliveryEntity } from './delivery.entity';
export { NoticeEntity } from './notice.entity';
export { NotificationModule } from './notification.module';
export { NotificationWorkerModule } from './notification-worker.module';
