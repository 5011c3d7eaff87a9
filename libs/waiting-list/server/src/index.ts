export { AppointmentEntity } from './appointment.entity';
export { EntryPauseEntity } from './pauses/entry-pause.entity';
export { EntryServiceEntity } from './wishes/entry-service.entity';
export { EntryWishesEntity } from './wishes/entry-wishes.entity';
export { SlotOfferEntity } from './slot-offer.entity';
export { WaitingListEntryEntity } from './waiting-list-entry.entity';
export { WaitingListModule } from './waiting-list.module';
export { WaitingListWorkerModule } from './waiting-list-worker.module';
