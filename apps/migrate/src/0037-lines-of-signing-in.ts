/** Attempts to sign in that were refused leave a line; showing one's password once more gives the session another token. */
export const linesOfSigningIn = `
-- A line about an attempt that was refused, with the account it was aimed at, or the organisation whose account service was asked. Nobody
-- has shown who they are, so nobody is named as whoever did it. An address that no account has leaves none: it could be anybody's.
-- Answers of both kinds must take equally long, so that nobody waits for the disk here; a line may be lost with a failing server.
create function note_refused_sign_in(given_staff uuid, given_organisation uuid, given_verb text) returns void
  language plpgsql security definer set search_path = public as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  insert into chronicle_entry (region_id, organisation_id, kind, verb, subject, subject_id, result, deputyship_id)
    select o.region_id, o.id, 'act', given_verb, 'staff', s.id, 'refused', null
    from organisation o left join staff s on s.id = given_staff and s.organisation_id = o.id
    where o.id = coalesce(given_organisation, (select organisation_id from staff where id = given_staff));
end $$;

-- The session of this transaction goes on under another token, as strong as it was. Answers the seconds it has left.
create function renew_token(new_token_hash bytea) returns integer
  language sql security definer set search_path = public as $$
  update session set token_hash = new_token_hash, confirmed_at = now()
    where id = current_session_id() and staff_id = current_staff() and ended_at is null
    returning greatest(1, extract(epoch from expires_at - now()))::integer
$$;
revoke all on function note_refused_sign_in(uuid, uuid, text), renew_token(bytea) from public;
grant execute on function note_refused_sign_in(uuid, uuid, text), renew_token(bytea) to lotse_app;
`;
