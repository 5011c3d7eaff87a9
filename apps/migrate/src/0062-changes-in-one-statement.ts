/** What has changed in a referral is noted by one statement instead of one for each field: every act that moves a referral waits for it. */
export const changesInOneStatement = `
create or replace function note_changes_of_referral() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into referral_change (region_id, referral_id, field, part, before, after, staff_id, organisation_id)
  select new.region_id, new.id, changed.field, changed.part, changed.before, changed.after, current_staff(), current_organisation()
  from (values
    ('service', null, case when new.service_id is distinct from old.service_id then (select name from service where id = old.service_id) end,
      case when new.service_id is distinct from old.service_id then (select name from service where id = new.service_id) end),
    ('urgency', null, old.urgency, new.urgency),
    ('question', 'diagnosis', old.question, new.question),
    ('diagnosis', 'diagnosis', old.diagnosis, new.diagnosis),
    ('medication', 'medication', old.medication, new.medication),
    ('risk', 'risk', old.risk, new.risk),
    ('triedSoFar', 'notes', old.tried_so_far, new.tried_so_far),
    ('dischargeOn', 'appointments', old.discharge_on::text, new.discharge_on::text),
    ('appointment', 'appointments', as_instant(old.appointment_starts_at), as_instant(new.appointment_starts_at)),
    ('openQuestion', 'diagnosis', old.open_question, new.open_question)
  ) as changed (field, part, before, after)
  where changed.before is distinct from changed.after;
  return null;
end $$;
`;
