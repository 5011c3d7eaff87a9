/**
 * The pictures of waiting lists for those who coordinate or administer a county: numbers of all its services. What a picture counts is said once; a clinic
 * reads it of its own list under row security, the county of all of them through functions that answer nobody else, and never about one person.
 */
export const picturesOfTheCounty = `
-- Those who still wait, and those who came to their first appointment in the last year, with how many days: by side, and by week.
create function waits_of(given_services uuid[]) returns table (side text, people integer, median double precision, p95 double precision,
  longest double precision, weeks jsonb) language sql stable as $$
  with waited as (
    select 'waiting' as side, greatest(extract(epoch from now() - e.received_at)::float8 / 86400, 0) as days from waiting_list_entry e
    where e.service_id = any (given_services) and e.state in ('waiting', 'offered', 'suspended')
    union all
    select 'ended', greatest(extract(epoch from first.at - e.received_at)::float8 / 86400, 0) from waiting_list_entry e cross join lateral (
      select min(lower(s.during)) as at from appointment a join slot s on s.id = a.slot_id
      where a.referral_id = e.referral_id and a.cancelled_at is null and a.attendance = 'attended') first
    where e.service_id = any (given_services) and e.state in ('placed', 'removed') and first.at > now() - interval '1 year'
  ), summed as (
    select w.side, count(*)::integer as people, percentile_cont(0.5) within group (order by days) as median,
      percentile_cont(0.95) within group (order by days) as p95, max(days) as longest from waited w group by w.side
  ), by_week as (
    select c.side, jsonb_object_agg(week, count) as weeks from (
      select w.side, floor(days / 7)::integer as week, count(*)::integer as count from waited w group by 1, 2) c group by c.side)
  select s.side, s.people, s.median, s.p95, s.longest, b.weeks from summed s join by_week b using (side)
$$;

-- A slot is free from when it was opened, or from when the last appointment in it was cancelled. What was offered, confirmed and kept since
-- then is looked at for each slot; a slot that was given without an offer stands beside the funnel. An offer of two dates offers both slots, is
-- one offer all the same, and confirms the one that was taken.
create function funnel_of(given_services uuid[]) returns table (free integer, offered integer, confirmed integer, attended integer, direct integer,
  "toCome" integer, offers integer, "minutesToOffer" double precision, "minutesToConfirm" double precision,
  "minutesFreeToConfirmed" double precision, "daysToAppointment" double precision) language sql stable as $$
  with freed as (
    select s.id, lower(s.during) as starts_at, greatest(s.created_at, (
      select max(a.cancelled_at) from appointment a where a.slot_id = s.id)) as free_at
    from slot s where s.service_id = any (given_services)
  ), seen as (
    select f.*, o.first_at, o.offers, o.accepted_offered_at, o.accepted_at, b.booked_at, b.attendance
    from freed f
    left join lateral (
      select min(o.offered_at) as first_at, count(*) filter (where o.slot_id = f.id)::integer as offers,
        max(o.offered_at) filter (where o.taken_slot_id = f.id) as accepted_offered_at,
        max(o.answered_at) filter (where o.taken_slot_id = f.id) as accepted_at
      from (
        select first.* from slot_offer first where first.slot_id = f.id
        union all select second.* from slot_offer second where second.second_slot_id = f.id
      ) o where o.offered_at >= f.free_at) o on true
    left join lateral (
      select a.booked_at, a.attendance from appointment a where a.slot_id = f.id and a.cancelled_at is null limit 1) b on true
    where f.free_at > now() - interval '90 days' and f.free_at <= now()
  ), steps as (
    select *, first_at is not null as is_offered, first_at is not null and accepted_at is not null and booked_at is not null as is_confirmed from seen
  )
  select count(*)::integer, count(*) filter (where is_offered)::integer, count(*) filter (where is_confirmed)::integer,
    count(*) filter (where is_confirmed and attendance = 'attended')::integer,
    count(*) filter (where booked_at is not null and not is_confirmed)::integer,
    count(*) filter (where is_confirmed and attendance is null)::integer, coalesce(sum(s.offers), 0)::integer,
    percentile_cont(0.5) within group (order by extract(epoch from first_at - free_at)::float8 / 60) filter (where is_offered),
    percentile_cont(0.5) within group (order by extract(epoch from accepted_at - accepted_offered_at)::float8 / 60) filter (where is_confirmed),
    percentile_cont(0.5) within group (order by extract(epoch from accepted_at - free_at)::float8 / 60) filter (where is_confirmed),
    percentile_cont(0.5) within group (order by extract(epoch from starts_at - accepted_at)::float8 / 86400) filter (where is_confirmed)
  from steps s
$$;

-- The services whose numbers the reader sees: all of the county, or none.
create function services_in_pictures() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(x.id), '{}') from service x
  where x.region_id = current_region() and (select coordinates_county() or administers_county())
$$;
create function county_waits() returns table (side text, people integer, median double precision, p95 double precision,
  longest double precision, weeks jsonb) language sql stable security definer set search_path = public as $$
  select * from waits_of(services_in_pictures())
$$;
create function county_waits_by_service() returns table (service_id uuid, service_name text, organisation_name text, side text, people integer,
  median double precision, p95 double precision) language sql stable security definer set search_path = public as $$
  select x.id, x.name, o.name, w.side, w.people, w.median, w.p95
  from service x join organisation o on o.id = x.organisation_id cross join lateral waits_of(array[x.id]) w
  where x.id = any ((select services_in_pictures())::uuid[])
$$;
create function county_funnel() returns table (free integer, offered integer, confirmed integer, attended integer, direct integer,
  "toCome" integer, offers integer, "minutesToOffer" double precision, "minutesToConfirm" double precision,
  "minutesFreeToConfirmed" double precision, "daysToAppointment" double precision)
  language sql stable security definer set search_path = public as $$
  select * from funnel_of(services_in_pictures())
$$;
-- How long those who wait have waited against their target, by service and band.
create function county_aging() returns table (service_id uuid, service_name text, organisation_name text, band integer, urgency text,
  waiting integer, overdue integer, median_days double precision, median_share double precision)
  language sql stable security definer set search_path = public as $$
  with waited as (
    select e.service_id, e.band, e.urgency, greatest(extract(epoch from now() - e.received_at)::float8 / 86400, 0) as days,
      greatest(e.target_days, 1::float8 / 24) as target
    from waiting_list_entry e where e.service_id = any ((select services_in_pictures())::uuid[]) and e.state in ('waiting', 'offered', 'suspended')
  )
  select x.id, x.name, o.name, w.band, min(w.urgency), count(*)::integer, count(*) filter (where w.days > w.target)::integer,
    percentile_cont(0.5) within group (order by w.days), percentile_cont(0.5) within group (order by w.days / w.target)
  from waited w join service x on x.id = w.service_id join organisation o on o.id = x.organisation_id
  group by x.id, o.id, w.band
$$;
revoke all on function waits_of(uuid[]), funnel_of(uuid[]), services_in_pictures(), county_waits(), county_waits_by_service(), county_funnel(),
  county_aging() from public;
grant execute on function waits_of(uuid[]), funnel_of(uuid[]), county_waits(), county_waits_by_service(), county_funnel(), county_aging() to lotse_app;
`;
