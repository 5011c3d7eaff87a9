/** What must never be found: something open that nobody works on, or two records that contradict one another. */
export const orphans = `
  select id, 'no custodian or due date' as why from referral
    where state not in ('closed', 'withdrawn', 'entered_in_error') and (custodian_organisation_id is null or due_at is null)
  union all select r.id, 'the custodian may not see it' from referral r
    where r.state not in ('closed', 'withdrawn', 'entered_in_error') and r.custodian_organisation_id <> r.referrer_organisation_id
      and not exists (select from access_grant g where g.referral_id = r.id and g.organisation_id = r.custodian_organisation_id
        and (g.valid_until is null or g.valid_until > now()))
  union all select id, 'offered without an offer' from referral r
    where state = 'offered' and not exists (select from slot_offer o where o.referral_id = r.id and o.state in ('deferred', 'sent'))
  union all select r.id, 'an offer that nobody waits for' from slot_offer o join referral r on r.id = o.referral_id
    where o.state in ('deferred', 'sent') and r.state not in (case when o.replaces_id is null then 'offered' else 'booked' end, 'cancel_requested')
  union all select id, 'on the list without a place' from referral r
    where state in ('waitlisted', 'suspended') and not exists (select from waiting_list_entry e where e.referral_id = r.id
      and e.state = case r.state when 'waitlisted' then 'waiting' else 'suspended' end)
  union all select r.id, 'a place that nobody has' from waiting_list_entry e join referral r on r.id = e.referral_id
    where e.state in ('waiting', 'offered', 'suspended')
      and r.state not in ('waitlisted', 'offered', 'suspended', 'cancel_requested', 'rebook_required')
  union all select id, 'booked without an appointment' from referral r
    where state = 'booked' and not exists (select from appointment a where a.referral_id = r.id and a.cancelled_at is null and a.attendance is null)
  union all select r.id, 'an appointment that nobody expects' from appointment a join referral r on r.id = a.referral_id
    where a.cancelled_at is null and a.attendance is null and r.state not in ('booked', 'cancel_requested')
  union all select s.id, 'a slot that nobody has' from slot s
    where s.state = 'taken' and lower(s.during) > now() and not exists (select from appointment a where a.slot_id = s.id and a.cancelled_at is null)
  union all select s.id, 'a slot of somebody who came before its day' from slot s join appointment a on a.slot_id = s.id
    where s.state = 'taken' and lower(s.during) > now() + interval '1 day' and a.cancelled_at is null and a.attendance = 'attended'
  union all select s.id, 'a slot that is held for nobody' from slot s
    where s.state = 'held' and not exists (select from slot_offer o where o.round_id = s.holder_id and s.id in (o.slot_id, o.second_slot_id)
      and o.state in ('deferred', 'sent'))
  union all select id, 'an outcome that was not written' from referral r
    where state in ('outcome_sent', 'closed') and not exists (select from referral_outcome o where o.referral_id = r.id)
  union all select subject_id, 'a task about something that has ended' from task t join referral r on r.id = t.subject_id
    where t.ended_at is null and t.kind <> 'way_forward_check' and t.kind <> 'task_overdue' and r.state in ('closed', 'withdrawn', 'entered_in_error')`;
