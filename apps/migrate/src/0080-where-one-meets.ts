/** How somebody and a clinic meet stands with the referral: by phone nobody travels, and in a village nobody goes to the clinic. */
export const whereOneMeets = `
alter table referral add column appointment_mode text
  constraint referral_appointment_mode check (appointment_mode in ('on_site', 'video', 'phone', 'home_visit'));

update referral r set appointment_mode = s.mode, appointment_place = case when s.mode <> 'on_site' then ''
    when s.place_key = s.service_key then r.appointment_place
    else concat_ws(', ', s.clinic, case when s.own_key is null or s.own_key = s.schedule_key then s.house end, s.town) end
  from (
    select a.referral_id, slot.mode, clinic.name as clinic, schedule.place as house, town.name as town, service.ags as service_key,
      schedule.municipality_key as schedule_key, slot.municipality_key as own_key, town.ags as place_key
    from appointment a join slot on slot.id = a.slot_id join schedule on schedule.id = slot.schedule_id
      join service on service.id = slot.service_id join organisation clinic on clinic.id = slot.organisation_id
      join municipality town on town.ags = coalesce(slot.municipality_key, schedule.municipality_key, service.ags)
    where a.cancelled_at is null and a.attendance is null and lower(slot.during) > now()
  ) s
  where s.referral_id = r.id and r.state in ('booked', 'cancel_requested');
`;
