/** Whoever asks in an emergency what somebody is in danger of is told what the last referral says about it. */
export const riskInEmergencies = `
drop function facts_in_emergency(uuid);
create function facts_in_emergency(given_id uuid)
  returns table (diagnosis text, certainty text, medication text, risk text, written_on date, owner_name text, owner_phone text, clinic_name text,
    clinic_phone text)
  language sql stable security definer set search_path = public as $$
  select case when b.parts @> '{diagnosis}' then r.diagnosis end, case when b.parts @> '{diagnosis}' then r.certainty end,
    case when b.parts @> '{medication}' then r.medication end, case when b.parts @> '{risk}' then r.risk end,
    case when b.parts && '{diagnosis,medication,risk}' then r.created_at::date end,
    o.name, o.phone, case when b.parts @> '{diagnosis}' then c.name end, case when b.parts @> '{diagnosis}' then c.phone end
  from break_glass b join organisation o on o.id = b.owner_organisation_id
    left join lateral (select * from referral x where x.person_id = b.person_id and x.state not in ('draft', 'withdrawn', 'entered_in_error')
      order by x.created_at desc limit 1) r on true
    left join organisation c on c.id = r.recipient_organisation_id
  where b.id = given_id and b.staff_id = current_staff() and b.ended_at is null and b.valid_until > now()
$$;
revoke all on function facts_in_emergency(uuid) from public;
grant execute on function facts_in_emergency(uuid) to lotse_app;
`;
