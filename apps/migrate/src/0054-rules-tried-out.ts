/** What another rule of order would have done, whether past offers come out as they were decided, and how often somebody was taken out of turn. */
export const rulesTriedOut = `
create function age_group_of(birth_date date) returns text language sql stable parallel safe as $$
  select case when a < 18 then 'under_18' when a < 25 then '18_24' when a < 45 then '25_44' when a < 65 then '45_64' else '65_plus' end
  from (select extract(year from age(birth_date)) as a) years
$$;

-- Where a rule puts somebody: the same as tierOf of the program.
create function rank_tier(given_band integer, given_share float8, first_bands integer, rises float8) returns integer
  language sql immutable parallel safe as $$
  select case when given_band <= first_bands then given_band when given_share > rises then first_bands + 1 else given_band + 1 end
$$;

-- Of everybody who waits where a rule would count: how many would stand earlier or later, by municipality, age group and band. No person.
create function try_rank_rule(given_service uuid, given_others uuid[], given_at timestamptz, held_first integer, held_rises float8,
  draft_first integer, draft_rises float8) returns table (ags text, age text, band integer, moved integer, count integer)
  language sql stable security definer set search_path = public as $$
  with standing as (
    select e.id, e.service_id, e.band, e.received_at, p.ags, age_group_of(p.birth_date) as age,
      greatest(extract(epoch from given_at - e.received_at)::float8 * 1000, 0) / 86400000 / greatest(e.target_days, 1::float8 / 24) as share
    from waiting_list_entry e join person p on p.id = e.person_id
    where (select may_put_rule('rank', coalesce(given_service::text, ''))) and e.region_id = current_region() and e.state = 'waiting'
      and (e.service_id = given_service or (given_service is null and e.service_id <> all (given_others)))
  ), ranked as (
    select s.*,
      row_number() over (partition by service_id order by rank_tier(s.band, share, held_first, held_rises), share desc, received_at, id) as before,
      row_number() over (partition by service_id order by rank_tier(s.band, share, draft_first, draft_rises), share desc, received_at, id) as after
    from standing s
  )
  select r.ags, r.age, r.band, sign(r.before - r.after)::integer, count(*)::integer from ranked r group by 1, 2, 3, 4
$$;

-- What offers made in turn were decided on, and of whom: municipality and age group by the number of the entry. For numbers alone.
create function offers_to_try(given_service uuid, given_others uuid[], given_since timestamptz) returns table (evidence jsonb, people jsonb)
  language sql stable security definer set search_path = public as $$
  select o.rank_inputs, coalesce(who.people, '{}') from slot_offer o join slot s on s.id = o.slot_id cross join lateral (
    select jsonb_object_agg(e.id, jsonb_build_object('ags', p.ags, 'age', age_group_of(p.birth_date))) as people
    from jsonb_array_elements(o.rank_inputs -> 'order') k join waiting_list_entry e on e.id = (k ->> 'id')::uuid join person p on p.id = e.person_id) who
  where (select may_put_rule('rank', coalesce(given_service::text, ''))) and o.region_id = current_region()
    and o.offered_at >= given_since and o.out_of_turn_reason is null
    and (s.service_id = given_service or (given_service is null and s.service_id <> all (given_others)))
  order by o.offered_at desc limit 5000
$$;

-- Whoever watches over the data or administers the county may have past offers come out again; of other organisations nobody but the county.
create function watches_county() returns boolean language sql stable security definer set search_path = public as $$
  select administers_county() or exists (select from staff s join organisation o on o.id = s.organisation_id
    where s.id = current_staff() and o.region_id = current_region() and o.kind = 'county' and s.disabled_at is null and 'dpo' = any (s.roles))
$$;

create function offers_to_replay(given_from timestamptz, given_until timestamptz, after_at timestamptz, after_id uuid, given_limit integer)
  returns table (id uuid, offered_at timestamptz, entry_id uuid, rank integer, out_of_turn boolean, service_id uuid, service_name text,
    rule_version integer, evidence jsonb, kept_order jsonb, kept_from date)
  language sql stable security definer set search_path = public as $$
  select o.id, o.offered_at, o.entry_id, o.rank, o.out_of_turn_reason is not null, x.id, x.name, o.rule_version, o.rank_inputs,
    v.rule -> 'order', v.valid_from
  from slot_offer o join slot s on s.id = o.slot_id join service x on x.id = s.service_id
    left join county_rule_version v on v.region_id = o.region_id and v.kind = 'rank' and v.code = 'order' and v.version = o.rule_version
      and v.list = coalesce(o.rank_inputs #>> '{rule,serviceId}', '')
  where (is_system() or (o.region_id = current_region() and (select watches_county())))
    and o.offered_at >= given_from and o.offered_at < given_until
    and (after_at is null or (o.offered_at, o.id) > (after_at, after_id))
  order by o.offered_at, o.id limit given_limit
$$;
create index slot_offer_in_time on slot_offer (offered_at, id);

-- How many offers were made a month, and how many of them out of turn. Numbers: the reasons are read by the clinic that wrote them.
create function offers_out_of_turn() returns table (service_id uuid, service_name text, month text, offers integer, out_of_turn integer)
  language sql stable security definer set search_path = public as $$
  select x.id, x.name, to_char(o.offered_at at time zone 'Europe/Berlin', 'YYYY-MM'), count(*)::integer, count(o.out_of_turn_reason)::integer
  from slot_offer o join slot s on s.id = o.slot_id join service x on x.id = s.service_id
  where o.region_id = current_region() and o.offered_at >= date_trunc('month', now() at time zone 'Europe/Berlin') - interval '5 months'
    and ((select watches_county()) or manages_service(x.id))
  group by 1, 2, 3
$$;

revoke all on function age_group_of(date), rank_tier(integer, float8, integer, float8),
  try_rank_rule(uuid, uuid[], timestamptz, integer, float8, integer, float8), offers_to_try(uuid, uuid[], timestamptz), watches_county(),
  offers_to_replay(timestamptz, timestamptz, timestamptz, uuid, integer), offers_out_of_turn() from public;
grant execute on function try_rank_rule(uuid, uuid[], timestamptz, integer, float8, integer, float8), offers_to_try(uuid, uuid[], timestamptz),
  offers_to_replay(timestamptz, timestamptz, timestamptz, uuid, integer), offers_out_of_turn() to lotse_app;
`;
