/** Deadlines and reasons of a county in versions; a referral keeps the version that its deadline began under. */
export const countyRules = `
create table county_rule_version (
  region_id uuid not null references region,
  kind text not null constraint county_rule_version_kind check (kind in ('deadline', 'reason')),
  -- Of a reason its list; a deadline stands in no list.
  list text not null default '',
  code text not null check (code ~ '^[a-z_]{2,40}$'),
  version integer not null check (version > 0),
  valid_from date not null,
  rule jsonb not null,
  why text not null check (length(why) between 1 and 300),
  restores integer,
  staff_id uuid not null references staff,
  at timestamptz not null default now(),
  primary key (region_id, kind, list, code, version)
);
alter table county_rule_version enable row level security;
create policy county_rule_of_region on county_rule_version for select using (region_id = current_region() or is_system());
-- Nobody writes here but through the function below, and nobody changes what was written.
grant select on county_rule_version to lotse_app;

create function administers_county() returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from staff s join organisation o on o.id = s.organisation_id
    where s.id = current_staff() and o.region_id = current_region() and s.disabled_at is null and 'region_admin' = any (s.roles))
$$;
revoke all on function administers_county() from public;

-- Only whoever administers the county, only in the version of its settings that was looked at, and never into the past.
create function put_county_rule(given_kind text, given_list text, given_code text, given_from date, given_rule jsonb, given_why text,
  given_restores integer, given_version integer) returns table (version integer, rule_version integer)
  language plpgsql security definer set search_path = public as $$
declare
  settled integer;
  added integer;
begin
  update region r set settings_version = r.settings_version + 1
    where r.id = current_region() and r.settings_version = given_version
      and administers_county()
    returning r.settings_version into settled;
  if settled is null then return; end if;
  insert into county_rule_version as v (region_id, kind, list, code, version, valid_from, rule, why, restores, staff_id)
    select current_region(), given_kind, given_list, given_code, coalesce(max(o.version), 0) + 1, given_from, given_rule, given_why, given_restores, current_staff()
    from county_rule_version o where o.region_id = current_region() and o.kind = given_kind and o.list = given_list and o.code = given_code
    returning v.version into added;
  return query select settled, added;
end $$;
revoke all on function put_county_rule(text, text, text, date, jsonb, text, integer, integer) from public;
grant execute on function put_county_rule(text, text, text, date, jsonb, text, integer, integer) to lotse_app;

-- What a county decides for itself, with the versions of its rules among it.
create function settings_of(r region) returns jsonb language sql stable set search_path = public as $$
  select r.settings || coalesce((
    select jsonb_object_agg(k.kind || 's', coalesce(r.settings -> (k.kind || 's'), '[]') || k.rules)
    from (select v.kind, jsonb_agg(v.rule || jsonb_build_object('code', v.code, 'version', v.version, 'validFrom', v.valid_from) order by v.at, v.version) as rules
          from county_rule_version v where v.region_id = r.id group by v.kind) k), '{}')
$$;
grant execute on function settings_of(region) to lotse_app;

alter table referral_deadline
  -- Which version of the county's rule it began under; 0 for the usual one.
  add column rule_version integer not null default 0,
  -- So many days before its last day a task says so.
  add column warn_days smallint not null default 2 check (warn_days between 0 and 60);

-- The work that time makes asks each deadline for its own warning. Everything else of it stays as it is.
do $$
declare
  before text := pg_get_functiondef('open_referral_tasks()'::regprocedure);
begin
  if position('d.due_on <= current_date + 2' in before) = 0 then raise exception 'the work of time does not look as expected'; end if;
  execute replace(before, 'd.due_on <= current_date + 2', 'd.due_on <= current_date + d.warn_days');
end $$;

-- How many open referrals have a deadline of this kind, by the day it began with: numbers, no referral. For whoever administers the county.
create function deadlines_that_run(given_code text) returns table (starts_on date, due_on date, count integer)
  language sql stable security definer set search_path = public as $$
  select d.starts_on, d.due_on, count(*)::integer
  from referral_deadline d join referral r on r.id = d.referral_id
  where d.code = given_code and d.met_on is null and r.region_id = current_region()
    and r.state not in ('draft', 'closed', 'withdrawn', 'entered_in_error')
    and administers_county()
  group by d.starts_on, d.due_on
$$;
revoke all on function deadlines_that_run(text) from public;
grant execute on function deadlines_that_run(text) to lotse_app;

-- How often each reason was given in the last year: numbers, no referral. The note of a step begins with its reason.
create function reasons_that_are_used() returns table (act text, code text, count integer)
  language sql stable security definer set search_path = public as $$
  with allowed as (select current_region() as region_id where administers_county())
  select s.act, split_part(s.note, ' · ', 1), count(*)::integer
  from allowed a join referral r on r.region_id = a.region_id join referral_step s on s.referral_id = r.id
  where s.act in ('decline', 'hand_back', 'redirect', 'cancel_appointment', 'no_show', 'withdraw', 'request_cancel', 'suspend')
    and s.note ~ '^[a-z_]{2,40}( · |$)' and s.at > now() - interval '1 year'
  group by 1, 2
  union all
  select 'send_outcome', o.outcome, count(*)::integer
  from allowed a join referral r on r.region_id = a.region_id join referral_outcome o on o.referral_id = r.id
  where o.at > now() - interval '1 year' group by 2
  union all
  select 'no_report', o.no_report_reason, count(*)::integer
  from allowed a join referral r on r.region_id = a.region_id join referral_outcome o on o.referral_id = r.id
  where o.no_report_reason is not null and o.at > now() - interval '1 year' group by 2
$$;
revoke all on function reasons_that_are_used() from public;
grant execute on function reasons_that_are_used() to lotse_app;
`;
