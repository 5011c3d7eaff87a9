import { addCalendarDays, instantAt, type AnswerOf, type QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { appointmentsADay, type readAppointments } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ofDay, toAppointment, type AppointmentRow } from './appointment-row';

/** Who comes on a day, from midnight to midnight in the county, however many hours that are. */
@Injectable()
export class ReadAppointments {
  async run(transaction: Transaction, { day }: QueryOf<typeof readAppointments>): Promise<AnswerOf<typeof readAppointments>> {
    const midnights = [instantAt(day), instantAt(addCalendarDays(day, 1))];
    const rows = await transaction.rows<AppointmentRow>('appointments.of-day', ofDay, [...midnights, appointmentsADay + 1]);
    const shown = rows.slice(0, appointmentsADay);
    transaction.shows({ people: [...new Set(shown.map(({ personId }) => personId))] });
    return { day, items: shown.map(toAppointment), more: rows.length - shown.length };
  }
}
