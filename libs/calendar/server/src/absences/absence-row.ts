import type { Absence } from '@lotse/calendar/model';
import { calendarDayOf, notFound, Refusal, type CalendarDay } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';

const columns = `
  a.id, a.staff_id as "staffId", s.display_name as "staffName", to_char(a.from_day, 'YYYY-MM-DD') as "fromDay",
  to_char(a.until_day, 'YYYY-MM-DD') as "untilDay", a.reason, a.deputy_id as "deputyId", d.display_name as "deputyName", a.version
  from staff_absence a join staff s on s.id = a.staff_id left join staff d on d.id = a.deputy_id
  where a.organisation_id = current_organisation()`;

/** Who is away on any of some days: today or later, unless asked otherwise. */
export const absencesWithin = (transaction: Transaction, from: CalendarDay | undefined, to: CalendarDay | undefined): Promise<Absence[]> =>
  transaction.rows<Absence>(
    'absences.within',
    `select ${columns} and a.ended_at is null and a.until_day >= $1 and ($2::date is null or a.from_day <= $2) order by a.from_day, s.display_name, a.id`,
    [from ?? calendarDayOf(new Date()), to ?? null],
  );

export async function ownAbsence(transaction: Transaction, id: string): Promise<Absence> {
  const absence = await transaction.row<Absence>('absence.own', `select ${columns} and a.id = $1`, [id]);
  if (!absence) throw new Refusal(notFound());
  return absence;
}
