/** A release whose last day is over has consequences, once; and before it is over somebody is asked to have it renewed. */
export const releasesThatEnd = `
alter table release add column ended_at timestamptz;
create index release_running_out on release (valid_until) where revoked_at is null and ended_at is null;

create function releases_over(at_most integer) returns table (id uuid, region_id uuid, organisation_id uuid)
  language plpgsql stable security definer set search_path = public as $$
begin
  if not is_system() then raise exception 'only the worker looks at the time'; end if;
  return query select x.id, x.region_id, x.discloser_organisation_id from release x
    where x.revoked_at is null and x.ended_at is null and x.valid_until < (now() at time zone 'Europe/Berlin')::date
    order by x.valid_until, x.id limit at_most;
end $$;
revoke all on function releases_over(integer) from public;
grant execute on function releases_over(integer) to lotse_app;

-- Two weeks before a receiver loses sight of an open referral, whoever referred is asked to have the release renewed.
do $$
declare
  before text := pg_get_functiondef('open_referral_tasks()'::regprocedure);
  deadlines text := 'select ''deadline:'' ||';
begin
  if position(deadlines in before) = 0 then raise exception 'the work of time does not look as expected'; end if;
  execute replace(before, deadlines, 'select ''release-ends:'' || r.id || '':'' || to_char(g.valid_until, ''YYYYMMDD''), ''release_ends'', r.id, r.person_id,
      r.reference, r.region_id, r.referrer_organisation_id, null, g.valid_until - now()
    from access_grant g join referral r on r.id = g.referral_id and r.recipient_organisation_id = g.organisation_id
    where g.basis = ''leg'' and g.organisation_id <> r.referrer_organisation_id and g.valid_until > now() and g.valid_until < now() + interval ''14 days''
      and r.state not in (''draft'', ''closed'', ''withdrawn'', ''entered_in_error'')
    union all
    ' || deadlines);
end $$;
`;
