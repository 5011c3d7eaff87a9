/** Those who were asked at once were decided on together: whoever decides a round again, under its own rule or another one, sees them as one choice. */
export const roundsDecidedAgain = `
drop function offers_to_try(uuid, uuid[], timestamptz);
drop function offers_to_replay(timestamptz, timestamptz, timestamptz, uuid, integer);

-- A row for each choice: who was asked at that moment, and what it was decided on. Where somebody was taken out of turn nobody was chosen by rank alone.
create function offers_to_try(given_service uuid, given_others uuid[], given_since timestamptz)
  returns table (evidence jsonb, asked uuid[], people jsonb)
  language sql stable security definer set search_path = public as $$
  select choice.evidence, choice.asked, coalesce(who.people, '{}') from (
    select (array_agg(o.rank_inputs order by o.lane))[1] as evidence, array_agg(o.entry_id order by o.lane) as asked, o.offered_at
    from slot_offer o join slot s on s.id = o.slot_id
    where (select may_put_rule('rank', coalesce(given_service::text, ''))) and o.region_id = current_region()
      and o.replaces_id is null and o.offered_at >= given_since
      and (s.service_id = given_service or (given_service is null and s.service_id <> all (given_others)))
    group by o.round_id, o.offered_at
    having count(o.out_of_turn_reason) = 0
    order by o.offered_at desc limit 5000) choice
  cross join lateral (
    select jsonb_object_agg(e.id, jsonb_build_object('ags', p.ags, 'age', age_group_of(p.birth_date))) as people
    from jsonb_array_elements(choice.evidence -> 'order') k join waiting_list_entry e on e.id = (k ->> 'id')::uuid join person p on p.id = e.person_id) who
  order by choice.offered_at desc
$$;

create function offers_to_replay(given_from timestamptz, given_until timestamptz, after_at timestamptz, after_id uuid, given_limit integer)
  returns table (id uuid, offered_at timestamptz, entry_id uuid, asked_with uuid[], rank integer, out_of_turn boolean, service_id uuid, service_name text,
    rule_version integer, evidence jsonb, kept_order jsonb, kept_from date)
  language sql stable security definer set search_path = public as $$
  select o.id, o.offered_at, o.entry_id,
    array(select m.entry_id from slot_offer m where m.round_id = o.round_id and m.offered_at = o.offered_at and m.id <> o.id),
    o.rank, o.out_of_turn_reason is not null, x.id, x.name, o.rule_version, o.rank_inputs, v.rule -> 'order', v.valid_from
  from slot_offer o join slot s on s.id = o.slot_id join service x on x.id = s.service_id
    left join county_rule_version v on v.region_id = o.region_id and v.kind = 'rank' and v.code = 'order' and v.version = o.rule_version
      and v.list = coalesce(o.rank_inputs #>> '{rule,serviceId}', '')
  where (is_system() or (o.region_id = current_region() and (select watches_county())))
    and o.replaces_id is null and o.offered_at >= given_from and o.offered_at < given_until
    and (after_at is null or (o.offered_at, o.id) > (after_at, after_id))
  order by o.offered_at, o.id limit given_limit
$$;

revoke all on function offers_to_try(uuid, uuid[], timestamptz), offers_to_replay(timestamptz, timestamptz, timestamptz, uuid, integer) from public;
grant execute on function offers_to_try(uuid, uuid[], timestamptz), offers_to_replay(timestamptz, timestamptz, timestamptz, uuid, integer) to lotse_app;
`;
