/** The triage desk: who works on a referral, what comes back when, taking back a step, handing on, notices that wait a moment. */
export const triageDesk = `
-- Each side of a referral has a desk of its own; the other one never sees it.
create table referral_desk (
  referral_id uuid not null references referral,
  organisation_id uuid not null references organisation,
  region_id uuid not null references region,
  assignee_id uuid references staff,
  -- Promise 1: a referral is put aside only as long as it stays as it was. Whatever changes it changes its version, and it is back.
  snoozed_until timestamptz,
  snoozed_version integer,
  snoozed_by uuid references staff,
  primary key (referral_id, organisation_id),
  constraint referral_desk_snooze check (num_nonnulls(snoozed_until, snoozed_version, snoozed_by) in (0, 3))
);
create index referral_desk_snoozed on referral_desk (organisation_id, snoozed_until) where snoozed_until is not null;
create index referral_desk_assigned on referral_desk (organisation_id, assignee_id) where assignee_id is not null;
alter table referral_desk enable row level security;
create policy referral_desk_read on referral_desk for select using (
  organisation_id = current_organisation() and exists (select from referral r where r.id = referral_desk.referral_id));
create policy referral_desk_set_up on referral_desk for insert with check (
  organisation_id = current_organisation() and region_id = current_region()
  and exists (select from referral r where r.id = referral_desk.referral_id));
create policy referral_desk_change on referral_desk for update using (
  organisation_id = current_organisation() and exists (select from referral r where r.id = referral_desk.referral_id));
grant select, insert, update on referral_desk to lotse_app;

-- A worklist by name needs the name beside the referral. Kept by triggers.
alter table referral add column person_sort text not null default '';
-- As German lists sort (DIN 5007-1), whatever collation the database was made with.
create function sort_of_name(name text) returns text language sql immutable parallel safe
  as $$ select replace(lower(translate(name, 'ÄÖÜäöüÉÈéèÁÀáàÇç', 'AOUaouEEeeAAaaCc')), 'ß', 'ss') $$;
create function keep_person_sort() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.person_sort := coalesce((select sort_of_name(search_name) from person where id = new.person_id), '');
  return new;
end $$;
create trigger referral_keeps_person_sort before insert or update of person_id on referral for each row execute function keep_person_sort();
create function pass_on_person_sort() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update referral set person_sort = sort_of_name(new.search_name) where person_id = new.id;
  return null;
end $$;
create trigger person_passes_on_sort after update of family_name, given_name on person for each row
  when (old.search_name is distinct from new.search_name) execute function pass_on_person_sort();
update referral r set person_sort = sort_of_name(p.search_name) from person p where p.id = r.person_id;

create function urgency_rank(urgency text) returns integer language sql immutable parallel safe
  as $$ select array_position(array['emergency', 'very_urgent', 'urgent', 'acute_treatment', 'soon', 'routine'], coalesce(urgency, 'routine')) $$;

-- One index for each order of a worklist; read from either end.
create index referral_sent_by_clock_open on referral (referrer_organisation_id, coalesce(clock_started_at, 'infinity'), id)
  where state not in ('closed', 'withdrawn', 'entered_in_error');
create index referral_inbox_by_urgency on referral (recipient_organisation_id, urgency_rank(urgency), clock_started_at, id)
  where state not in ('draft', 'closed', 'withdrawn', 'entered_in_error');
create index referral_inbox_by_person on referral (recipient_organisation_id, person_sort, id)
  where state not in ('draft', 'closed', 'withdrawn', 'entered_in_error');
create index referral_sent_by_person on referral (referrer_organisation_id, person_sort, id)
  where state not in ('closed', 'withdrawn', 'entered_in_error');

-- The history is never changed: taking back a step is a step of its own that names the one it takes back.
alter table referral_step
  add column before jsonb,
  add column undoes uuid references referral_step;
create unique index referral_step_undone_once on referral_step (undoes) where undoes is not null;

-- Handing on. The person's release is the referrer's; whoever hands on may ask whether it names the next receiver, and learns nothing else.
create function releases_towards(given_referral uuid, given_recipient uuid)
  returns table (recipient_organisation_id uuid, given_on text, valid_until text, revoked_at timestamptz, data_parts text[])
  language sql stable security definer set search_path = public as $$
  select x.recipient_organisation_id, x.given_on::text, x.valid_until::text, x.revoked_at, x.data_parts
  from referral r join release x on x.person_id = r.person_id and x.discloser_organisation_id = r.referrer_organisation_id
  where r.id = given_referral and r.recipient_organisation_id = current_organisation() and x.recipient_organisation_id = given_recipient
$$;
-- Opens the leg to the next receiver in the referrer's name, so that revoking the release ends it like any other.
create function hand_on_leg(given_id uuid, given_referral uuid, given_recipient uuid, given_until timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, referral_id, valid_until)
    select given_id, r.person_id, given_recipient, r.referrer_organisation_id, 'leg', r.id, r.id, given_until
    from referral r where r.id = given_referral and r.recipient_organisation_id = current_organisation()
      and exists (select from release x where x.person_id = r.person_id and x.discloser_organisation_id = r.referrer_organisation_id
                  and x.recipient_organisation_id = given_recipient and x.revoked_at is null)
  on conflict (organisation_id, person_id, basis, basis_id) do update set valid_until = excluded.valid_until;
  if not found then raise exception 'nobody may hand on what they do not have, or without a release'; end if;
end $$;
-- Closes the leg again when handing on is taken back by whoever did it.
create function take_back_leg(given_referral uuid, given_recipient uuid) returns void
  language sql security definer set search_path = public as $$
  update access_grant g set valid_until = now()
  where g.referral_id = given_referral and g.organisation_id = given_recipient and g.basis = 'leg' and g.valid_until > now()
    and given_recipient <> current_organisation()
    and exists (select from referral_step s where s.referral_id = given_referral and s.act = 'redirect' and s.organisation_id = current_organisation())
$$;
revoke all on function keep_person_sort(), pass_on_person_sort(), sort_of_name(text), urgency_rank(text), releases_towards(uuid, uuid),
  hand_on_leg(uuid, uuid, uuid, timestamptz), take_back_leg(uuid, uuid) from public;
grant execute on function urgency_rank(text), releases_towards(uuid, uuid), hand_on_leg(uuid, uuid, uuid, timestamptz),
  take_back_leg(uuid, uuid) to lotse_app;

-- An event may wait before anybody outside is told; screens are told at once all the same. Null: nothing to wait for.
alter table outbox_event add column due_at timestamptz;
create or replace function announce_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('lotse_event', json_build_object('sequence', new.sequence, 'name', new.name, 'subject', new.subject,
    'subjectId', new.subject_id, 'version', new.version, 'audience', new.audience,
    'heldFor', ceil(extract(epoch from new.due_at - clock_timestamp()) * 1000))::text);
  return null;
end $$;

-- One step back is a kind of notice.
alter table notice drop constraint notice_kind;
alter table notice add constraint notice_kind check (kind in ('referral_received', 'referral_moved', 'move_undone', 'question_asked', 'question_answered', 'slot_offered', 'offer_accepted', 'offer_declined', 'offer_expired', 'offer_withdrawn', 'nobody_fits'));

-- How many an act or a look was about, where it was many.
alter table chronicle_entry add column amount integer;
`;
