import type { Absence } from '@lotse/calendar/model';
import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';

const columns = `
  a.id, a.staff_id as "staffId", s.display_name as "staffName", to_char(a.from_day, 'YYYY-MM-DD') as "fromDay",
  to_char(a.until_day, 'YYYY-MM-DD') as "untilDay", a.reason, a.deputy_id as "deputyId", d.display_name as "deputyName", a.version
  from staff_absence a join staff s on s.id = a.staff_id left join staff d on d.id = a.deputy_id
  where a.organisation_id = current_organisation()`;

/** Who is away, today or later. */
export const presentAbsences = (transaction: Transaction): Promise<Absence[]> =>
  transaction.rows<Absence>(
    'absences.present',
    `select ${columns} and a.ended_at is null and a.until_day >= current_date order by a.from_day, s.display_name, a.id`,
  );

export async function ownAbsence(transaction: Transaction, id: string): Promise<Absence> {
  const absence = await transaction.row<Absence>('absence.own', `select ${columns} and a.id = $1`, [id]);
  if (!absence) throw new Refusal(notFound());
  return absence;
}
