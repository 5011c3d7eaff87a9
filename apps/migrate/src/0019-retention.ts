/** How long records are kept, who stops a deletion, what was deleted; and what a record said before it was corrected. */
export const retention = `
-- § 630f (1) BGB: what was corrected stays visible, with who and when. Kept by triggers, so that no way of writing passes it by.
create table correction (
  id uuid primary key default gen_random_uuid(),
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  referral_id uuid references referral,
  at timestamptz not null default clock_timestamp(),
  staff_id uuid references staff,
  -- The columns that changed, as they were.
  before jsonb not null check (jsonb_typeof(before) = 'object')
);
create index correction_by_person on correction (person_id, at);
alter table correction enable row level security;
create policy correction_read on correction for select using (
  organisation_id = current_organisation() and exists (select from person p where p.id = person_id));
grant select on correction to lotse_app;

create function changed_columns(before jsonb, after jsonb, columns text[]) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(c, before -> c), '{}') from unnest(columns) c where before -> c is distinct from after -> c
$$;
create function keep_original_of_person() returns trigger language plpgsql security definer set search_path = public as $$
declare
  earlier jsonb := changed_columns(to_jsonb(old), to_jsonb(new), array['family_name', 'given_name', 'birth_date', 'sex', 'phone', 'street',
    'postcode', 'ags', 'language', 'kvnr', 'kvnr_override_reason']);
begin
  if earlier <> '{}' then
    insert into correction (region_id, organisation_id, person_id, staff_id, before)
      values (new.region_id, new.organisation_id, new.id, current_staff(), earlier);
  end if;
  return null;
end $$;
create trigger person_keeps_original after update on person for each row execute function keep_original_of_person();
create function keep_original_of_referral() returns trigger language plpgsql security definer set search_path = public as $$
declare
  earlier jsonb := changed_columns(to_jsonb(old), to_jsonb(new), array['reason', 'question', 'diagnosis', 'certainty', 'medication',
    'tried_so_far', 'urgency', 'short_notice', 'minimum_notice_hours', 'callback_phone']);
begin
  if earlier <> '{}' then
    insert into correction (region_id, organisation_id, person_id, referral_id, staff_id, before)
      values (new.region_id, new.referrer_organisation_id, new.person_id, new.id, current_staff(), earlier);
  end if;
  return null;
end $$;
-- A draft is nobody's record yet.
create trigger referral_keeps_original
  after update of reason, question, diagnosis, certainty, medication, tried_so_far, urgency, short_notice, minimum_notice_hours, callback_phone
  on referral for each row when (old.state <> 'draft') execute function keep_original_of_referral();

create table legal_hold (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 10 and 500),
  set_by uuid not null references staff,
  set_at timestamptz not null default now(),
  until date,
  ended_by uuid references staff,
  ended_at timestamptz,
  version integer not null default 1,
  constraint legal_hold_end check ((ended_by is null) = (ended_at is null))
);
create unique index legal_hold_once on legal_hold (organisation_id, person_id) where ended_at is null;
create index legal_hold_by_person on legal_hold (person_id);
alter table legal_hold enable row level security;
create policy legal_hold_own on legal_hold for select using (organisation_id = current_organisation());
create policy legal_hold_set on legal_hold for insert with check (
  organisation_id = current_organisation() and region_id = current_region() and set_by = current_staff());
create policy legal_hold_end on legal_hold for update using (organisation_id = current_organisation());
grant select, insert, update (ended_by, ended_at, version) on legal_hold to lotse_app;
-- A hold in force on a day: of anybody for the record itself, of the receiver for what it received.
create function is_held(given_person uuid, given_kind text, given_organisation uuid, on_day date) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from legal_hold h where h.person_id = given_person and h.ended_at is null and (h.until is null or h.until >= on_day)
    and (given_kind = 'record' or h.organisation_id = given_organisation))
$$;

-- What stands to be deleted. Proposed by the worker, confirmed by somebody by name, carried out by the worker: never by a timer alone.
create table deletion_batch (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  proposed_at timestamptz not null default now(),
  confirmed_by uuid references staff,
  confirmed_at timestamptz,
  done_at timestamptz,
  version integer not null default 1,
  constraint deletion_batch_confirmed check ((confirmed_by is null) = (confirmed_at is null) and (done_at is null or confirmed_by is not null))
);
create index deletion_batch_open on deletion_batch (organisation_id) where done_at is null;
-- person_id and referral_id are no references: what they name will be gone.
create table deletion_item (
  id uuid primary key,
  batch_id uuid not null references deletion_batch,
  organisation_id uuid not null references organisation,
  kind text not null constraint deletion_item_kind check (kind in ('record', 'received')),
  person_id uuid not null,
  referral_id uuid,
  -- The number both sides know, for those who may not see the person.
  reference text,
  keep_until date not null,
  months integer not null,
  basis text not null,
  deleted_at timestamptz,
  constraint deletion_item_of_referral check ((kind = 'received') = (referral_id is not null))
);
create index deletion_item_by_batch on deletion_item (batch_id);
create unique index deletion_item_once on deletion_item (organisation_id, kind, person_id, coalesce(referral_id, person_id));
alter table deletion_batch enable row level security;
alter table deletion_item enable row level security;
create policy deletion_batch_read on deletion_batch for select using (organisation_id = current_organisation() or is_system());
create policy deletion_batch_propose on deletion_batch for insert with check (is_system());
create policy deletion_batch_confirm on deletion_batch for update using (organisation_id = current_organisation())
  with check (organisation_id = current_organisation() and confirmed_by = current_staff());
create policy deletion_item_read on deletion_item for select using (organisation_id = current_organisation() or is_system());
create policy deletion_item_propose on deletion_item for insert with check (is_system());
grant select, insert, update (confirmed_by, confirmed_at, version) on deletion_batch to lotse_app;
grant select, insert on deletion_item to lotse_app;

-- What was deleted: how many of a kind, when, by which rule, confirmed by whom. No names, and nobody changes it.
create table deletion_protocol (
  id uuid primary key default gen_random_uuid(),
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  at timestamptz not null default now(),
  kind text not null,
  basis text not null,
  months integer not null,
  amount integer not null,
  confirmed_by uuid not null references staff
);
create index deletion_protocol_newest on deletion_protocol (organisation_id, at desc);
alter table deletion_protocol enable row level security;
create policy deletion_protocol_own on deletion_protocol for select using (organisation_id = current_organisation());
grant select on deletion_protocol to lotse_app;
create trigger deletion_protocol_is_append_only before update or delete or truncate on deletion_protocol
  for each statement execute function refuse_change();

-- What must not come back with a backup: an identifier that names nothing any more.
create table tombstone (
  organisation_id uuid not null,
  kind text not null check (kind in ('record', 'received')),
  subject_id uuid not null,
  at timestamptz not null default now(),
  primary key (organisation_id, kind, subject_id)
);
alter table tombstone enable row level security;

-- Which records an organisation has no more reason to keep.
-- Rules: by kind of organisation, such as {"practice": {"record": 120, "untreated": 12, "recordBasis": "…", "untreatedBasis": "…"}}, in months.
create function due_for_deletion(given_region uuid, rules jsonb, on_day date, warned_days integer)
  returns table (kind text, organisation_id uuid, person_id uuid, referral_id uuid, reference text, keep_until date, months integer, basis text)
  language plpgsql stable security definer set search_path = public as $$
begin
  if not is_system() then raise exception 'only the worker looks for what is to be deleted'; end if;
  return query
  with rule as (
    select o.id as organisation_id, (r.value ->> 'record')::integer as record, (r.value ->> 'untreated')::integer as untreated,
      r.value ->> 'recordBasis' as record_basis, r.value ->> 'untreatedBasis' as untreated_basis
    from organisation o join jsonb_each(rules) r on r.key = o.kind where o.region_id = given_region
  ), course as (
    select r.id, r.person_id, r.reference, r.referrer_organisation_id, r.recipient_organisation_id,
      r.state in ('closed', 'withdrawn', 'entered_in_error') as is_over,
      (coalesce((select max(s.at) from referral_step s where s.referral_id = r.id), r.updated_at) at time zone 'Europe/Berlin')::date as last_day,
      exists (select from appointment a where a.referral_id = r.id and a.cancelled_at is null)
        or exists (select from referral_step s where s.referral_id = r.id and s.to_state in ('in_service', 'outcome_sent')) as is_treated
    from referral r where r.region_id = given_region
  ), record as (
    -- The own record, and with it what was sent: until the longest period of those who treated has passed as well.
    select p.organisation_id, p.id as person_id,
      greatest((p.created_at at time zone 'Europe/Berlin')::date, max(c.last_day)) as last_day,
      greatest(max(own.record), max(other.record) filter (where c.is_treated)) as months, max(own.record_basis) as basis
    from person p join rule own on own.organisation_id = p.organisation_id
    left join course c on c.person_id = p.id
    left join rule other on other.organisation_id = c.recipient_organisation_id
    where p.region_id = given_region
    group by p.organisation_id, p.id
    having bool_and(coalesce(c.is_over, true))
  ), received as (
    -- What came in and led to nothing is no record of a treatment: at the receiver it is kept for a short while only.
    select distinct g.organisation_id, c.person_id, c.id as referral_id, c.reference, c.last_day, rule.untreated as months,
      rule.untreated_basis as basis
    from course c join access_grant g on g.referral_id = c.id and g.basis = 'leg' and g.organisation_id <> c.referrer_organisation_id
    join rule on rule.organisation_id = g.organisation_id
    where c.is_over and not (c.is_treated and g.organisation_id = c.recipient_organisation_id)
  ), found as (
    select 'record' as kind, x.organisation_id, x.person_id, null::uuid as referral_id, null::text as reference, x.last_day, x.months, x.basis
    from record x
    union all
    select 'received', x.organisation_id, x.person_id, x.referral_id, x.reference, x.last_day, x.months, x.basis from received x
  )
  select f.kind, f.organisation_id, f.person_id, f.referral_id, f.reference, (f.last_day + make_interval(months => f.months))::date, f.months, f.basis
  from found f
  where (f.last_day + make_interval(months => f.months))::date <= on_day + warned_days
    and not is_held(f.person_id, f.kind, f.organisation_id, on_day)
    and not exists (select from deletion_item i where i.organisation_id = f.organisation_id and i.kind = f.kind and i.person_id = f.person_id
      and i.referral_id is not distinct from f.referral_id);
end $$;

-- Removes every row that names one of the things, table by table, until nothing is left that would keep another one. A table that leads to a
-- person in any other way than by person_id or referral_id makes this fail, and a test fails before.
create function delete_leading_to(given_person uuid, given_referrals uuid[]) returns void
  language plpgsql security definer set search_path = public as $$
declare
  leading_table record;
  again boolean := true;
  passes integer := 0;
begin
  delete from delivery d using notice n where n.id = d.notice_id and n.referral_id = any (given_referrals);
  delete from presence where subject_id = given_person or subject_id = any (given_referrals);
  while again loop
    again := false;
    passes := passes + 1;
    for leading_table in
      select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid' and c.column_name in ('person_id', 'referral_id')
        -- The chronicle keeps identifiers, which name nothing any more; nobody rewrites it.
        and c.table_name not like 'chronicle%' and c.table_name <> 'deletion_item'
    loop
      begin
        if leading_table.column_name = 'person_id' then
          execute format('delete from %I where person_id = $1', leading_table.table_name) using given_person;
        else
          execute format('delete from %I where referral_id = any ($1)', leading_table.table_name) using given_referrals;
        end if;
      exception when foreign_key_violation then
        again := true;
        if passes > 8 then raise; end if;
      end;
    end loop;
  end loop;
  delete from person where id = given_person;
end $$;

-- What repeats an answer or an event, and would repeat what is gone.
create function delete_repetitions(given uuid[]) returns void language sql security definer set search_path = public as $$
  delete from stored_answer where answer::text ~ array_to_string(given, '|');
  delete from outbox_event where (subject_id = any (given) or payload::text ~ array_to_string(given, '|')) and done_at is not null;
$$;

create function forget_record(given_person uuid, given_organisation uuid) returns void
  language plpgsql security definer set search_path = public as $$
declare
  referrals uuid[] := coalesce((select array_agg(id) from referral where person_id = given_person), '{}');
begin
  perform from person where id = given_person and organisation_id = given_organisation for update;
  if found then
    perform delete_leading_to(given_person, referrals);
    perform delete_repetitions(array[given_person] || referrals);
  end if;
  insert into tombstone (organisation_id, kind, subject_id) values (given_organisation, 'record', given_person) on conflict do nothing;
end $$;

-- The receiver's own rows, and what let it see the referral. The referral itself is the referrer's record.
create function forget_received(given_referral uuid, given_organisation uuid) returns void
  language plpgsql security definer set search_path = public as $$
begin
  delete from slot_offer where referral_id = given_referral and organisation_id = given_organisation;
  delete from appointment where referral_id = given_referral and organisation_id = given_organisation and cancelled_at is not null;
  delete from waiting_list_entry where referral_id = given_referral and organisation_id = given_organisation;
  delete from referral_desk where referral_id = given_referral and organisation_id = given_organisation;
  delete from delivery d using notice n where n.id = d.notice_id and n.referral_id = given_referral and n.organisation_id = given_organisation;
  delete from notice where referral_id = given_referral and organisation_id = given_organisation;
  delete from access_grant where referral_id = given_referral and organisation_id = given_organisation;
  delete from stored_answer a using staff s where s.id = a.staff_id and s.organisation_id = given_organisation
    and a.answer::text like '%' || given_referral || '%';
  insert into tombstone (organisation_id, kind, subject_id) values (given_organisation, 'received', given_referral) on conflict do nothing;
end $$;

-- Carries out what is due of a batch that somebody has confirmed, and writes the protocol. Answers how much was deleted.
create function carry_out_deletion(given_batch uuid, on_day date) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  batch record;
  item record;
  amount integer := 0;
begin
  if not is_system() then raise exception 'only the worker deletes'; end if;
  select * into batch from deletion_batch where id = given_batch and confirmed_by is not null and done_at is null for update;
  if not found then return 0; end if;
  -- What was held back meanwhile is proposed anew when the hold ends.
  delete from deletion_item i where i.batch_id = batch.id and i.deleted_at is null and is_held(i.person_id, i.kind, i.organisation_id, on_day);
  for item in
    select i.* from deletion_item i where i.batch_id = batch.id and i.deleted_at is null and i.keep_until <= on_day
      and not (i.kind = 'record' and exists (select from referral r where r.person_id = i.person_id
        and r.state not in ('closed', 'withdrawn', 'entered_in_error')))
    order by i.kind, i.id
  loop
    if item.kind = 'record' then perform forget_record(item.person_id, item.organisation_id);
    else perform forget_received(item.referral_id, item.organisation_id);
    end if;
    update deletion_item set deleted_at = now() where id = item.id;
    amount := amount + 1;
  end loop;
  insert into deletion_protocol (region_id, organisation_id, kind, basis, months, amount, confirmed_by)
    select batch.region_id, batch.organisation_id, i.kind, i.basis, i.months, count(*), batch.confirmed_by
    from deletion_item i where i.batch_id = batch.id and i.deleted_at = now() group by i.kind, i.basis, i.months;
  update deletion_batch b set done_at = now(), version = version + 1
    where b.id = batch.id and not exists (select from deletion_item i where i.batch_id = b.id and i.deleted_at is null);
  return amount;
end $$;

-- After a restore: whatever was deleted after the backup is deleted again.
create function forget_again() returns integer language plpgsql security definer set search_path = public as $$
declare
  stone record;
  amount integer := 0;
begin
  for stone in select * from tombstone loop
    if stone.kind = 'record' and exists (select from person where id = stone.subject_id) then
      perform forget_record(stone.subject_id, stone.organisation_id);
      amount := amount + 1;
    elsif stone.kind = 'received' and exists (select from access_grant g where g.referral_id = stone.subject_id
        and g.organisation_id = stone.organisation_id) then
      perform forget_received(stone.subject_id, stone.organisation_id);
      amount := amount + 1;
    end if;
  end loop;
  return amount;
end $$;
revoke all on function changed_columns(jsonb, jsonb, text[]), keep_original_of_person(), keep_original_of_referral(),
  is_held(uuid, text, uuid, date), due_for_deletion(uuid, jsonb, date, integer), delete_leading_to(uuid, uuid[]), delete_repetitions(uuid[]),
  forget_record(uuid, uuid), forget_received(uuid, uuid), carry_out_deletion(uuid, date), forget_again() from public;
grant execute on function due_for_deletion(uuid, jsonb, date, integer), carry_out_deletion(uuid, date) to lotse_app;

-- One more kind of notice, whichever there are by now.
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind');
begin
  alter table notice drop constraint notice_kind;
  execute 'alter table notice add constraint notice_kind ' || replace(known, '''nobody_fits''::text', '''nobody_fits''::text, ''deletion_due''::text');
end $$;
`;
