export { AppointmentEntity } from './appointment.entity';
export { SlotOfferEntity } from './slot-offer.entity';
export { WaitingListEntryEntity } from './waiting-list-entry.entity';
export { WaitingListModule } from './waiting-list.module';
export { WaitingListWorkerModule } from './waiting-list-worker.module';
