import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import {
  arriveAtAppointment,
  attendAppointmentHere,
  cancelAppointmentHere,
  missAppointment,
  readAppointmentCandidates,
  readAppointments,
  recordWalkIn,
  takeBackAttendance,
  type Appointment,
} from '@lotse/waiting-list/model';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ReadAppointments } from './read-appointments';
import { RecordAttendance } from './record-attendance';
import { WalkIns } from './walk-ins';

/** Who comes on a day, and what became of it. */
@Controller()
export class AppointmentDayController {
  constructor(
    private readonly read: ReadAppointments,
    private readonly attendance: RecordAttendance,
    private readonly walkIns: WalkIns,
  ) {}

  @Serves(readAppointments)
  day(
    @Current() transaction: Transaction,
    @Query({ schema: readAppointments.query }) query: QueryOf<typeof readAppointments>,
  ): Promise<AnswerOf<typeof readAppointments>> {
    return this.read.run(transaction, query);
  }

  @Serves(readAppointmentCandidates)
  candidates(
    @Current() transaction: Transaction,
    @Query({ schema: readAppointmentCandidates.query }) { text }: QueryOf<typeof readAppointmentCandidates>,
  ): Promise<AnswerOf<typeof readAppointmentCandidates>> {
    return this.walkIns.candidates(transaction, text);
  }

  @Serves(arriveAtAppointment)
  arrive(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: arriveAtAppointment.params }) { id }: ParamsOf<typeof arriveAtAppointment>,
    @Body({ schema: arriveAtAppointment.body }) _body: BodyOf<typeof arriveAtAppointment>,
  ): Promise<Appointment> {
    return this.attendance.arrive(transaction, id, version);
  }

  @Serves(attendAppointmentHere)
  attend(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: attendAppointmentHere.params }) { id }: ParamsOf<typeof attendAppointmentHere>,
    @Body({ schema: attendAppointmentHere.body }) _body: BodyOf<typeof attendAppointmentHere>,
  ): Promise<Appointment> {
    return this.attendance.attend(transaction, id, version);
  }

  @Serves(missAppointment)
  miss(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: missAppointment.params }) { id }: ParamsOf<typeof missAppointment>,
    @Body({ schema: missAppointment.body }) body: BodyOf<typeof missAppointment>,
  ): Promise<Appointment> {
    return this.attendance.miss(transaction, id, version, body);
  }

  @Serves(cancelAppointmentHere)
  cancel(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: cancelAppointmentHere.params }) { id }: ParamsOf<typeof cancelAppointmentHere>,
    @Body({ schema: cancelAppointmentHere.body }) body: BodyOf<typeof cancelAppointmentHere>,
  ): Promise<Appointment> {
    return this.attendance.cancel(transaction, id, version, body);
  }

  @Serves(takeBackAttendance)
  takeBack(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: takeBackAttendance.params }) { id }: ParamsOf<typeof takeBackAttendance>,
    @Body({ schema: takeBackAttendance.body }) _body: BodyOf<typeof takeBackAttendance>,
  ): Promise<Appointment> {
    return this.attendance.takeBack(transaction, id, version);
  }

  @Serves(recordWalkIn)
  walkIn(
    @Current() transaction: Transaction,
    @Body({ schema: recordWalkIn.body }) body: BodyOf<typeof recordWalkIn>,
  ): Promise<Appointment> {
    return this.walkIns.run(transaction, body);
  }
}
