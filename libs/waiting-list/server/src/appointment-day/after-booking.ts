import { ReadAppointments } from './read-appointments';
import { RecordAttendance } from './record-attendance';
import { WalkIns } from './walk-ins';

/** What becomes of appointments on their day. */
export const afterBooking = [ReadAppointments, RecordAttendance, WalkIns];
