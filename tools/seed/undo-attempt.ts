import type { Client } from 'pg';

const ofDemo = `region_id in (select id from region where is_demo)`;
const staffOfDemo = `staff_id in (select s.id from staff s join organisation o on o.id = s.organisation_id where o.${ofDemo})`;

const statements = [
  ...['delivery', 'notice', 'appointment', 'slot_offer', 'waiting_list_entry', 'slot'].map(
    (table) => `delete from ${table} where ${ofDemo}`,
  ),
  `delete from slot_series_exception where series_id in (select id from slot_series where ${ofDemo})`,
  ...['travel_time', 'travel_table_version', 'slot_series', 'staff_absence'].map((table) => `delete from ${table} where ${ofDemo}`),
  // Those that the counties begin with stay; the others were made by an act.
  `delete from schedule where kind <> 'team' and ${ofDemo}`,
  // Whatever leads to somebody goes the way it goes when a record is deleted: a new table needs no line here.
  `select delete_leading_to(id, array(select r.id from referral r where r.person_id = person.id)) from person where ${ofDemo}`,
  // What was asked without a person, and what services usually ask, leads to nobody.
  ...['advice_message', 'advice_thread', 'enquiry', 'question_template', 'service_form'].map(
    (table) => `delete from ${table} where ${ofDemo}`,
  ),
  `delete from outbox_event where ${ofDemo}`,
  `delete from stored_answer where ${staffOfDemo}`,
  `delete from session where ${staffOfDemo}`,
  `select setval('referral_number', greatest(10000, (select coalesce(max(substr(reference, 3)::integer), 0) from referral)))`,
  `select setval('pseudonym_number', greatest(1001, (select coalesce(max(substr(pseudonym, 3)::integer) + 1, 0) from person)), false)`,
  `select setval('enquiry_number', greatest(1000, (select coalesce(max(substr(reference, 3)::integer), 0) from enquiry)))`,
];

/**
 * Takes back what an interrupted attempt to fill the demo counties had written, so that the next one begins on clean ground. Nobody but the
 * seed can have written there: Lotse opens only after it has finished. This is the one place that removes lines of the chronicle, which
 * is why its trigger is off for as long as this transaction lasts.
 */
export async function undoAttempt(owner: Client, begunAt: string): Promise<void> {
  await owner.query('begin');
  try {
    for (const statement of statements) await owner.query(statement);
    await owner.query('alter table chronicle_entry disable trigger chronicle_is_append_only');
    await owner.query(`delete from chronicle_entry where id >= $1 and (region_id is null or ${ofDemo})`, [begunAt]);
    await owner.query('alter table chronicle_entry enable trigger chronicle_is_append_only');
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
