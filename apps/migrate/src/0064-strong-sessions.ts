/** Whoever opens a session learns whether it was begun with more than a password, so that an installation can ask that of everybody. */
export const strongSessions = `
do $$
declare
  text_of text := pg_get_functiondef('enter_session(bytea)'::regprocedure);
  answered text := 'deputyship_over boolean)';
  given text := 'live.deputyship_id, is_over;';
begin
  if position(answered in text_of) = 0 or position(given in text_of) = 0 then raise exception 'opening a session does not look as expected'; end if;
  drop function enter_session(bytea);
  execute replace(replace(text_of, answered, 'deputyship_over boolean, is_strong boolean)'), given, 'live.deputyship_id, is_over, live.is_strong;');
end $$;
revoke all on function enter_session(bytea) from public;
grant execute on function enter_session(bytea) to lotse_app;
`;
