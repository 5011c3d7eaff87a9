export {
  clinicianSexSchema,
  scheduleKindSchema,
  scheduleSchema,
  slotLifecycle,
  slotModeSchema,
  slotSchema,
  slotStateSchema,
  type Schedule,
  type Slot,
  type SlotMode,
  type SlotState,
} from './slot';
export {
  calendarPermissions,
  cancelSlot,
  openSlot,
  readSchedules,
  readSlot,
  readSlots,
  slotInPast,
  slotOverlaps,
  slotTaken,
  unknownSchedule,
} from './calendar.contracts';
export { slotCancelled, slotFreed, slotOpened, type SlotEvent } from './calendar.events';
