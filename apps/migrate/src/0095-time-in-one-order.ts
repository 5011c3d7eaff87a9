/**
 * Who takes the time of several schedules waits for whoever takes some of them at the same moment: schedules are locked in one order first. Of two
 * that had both begun, each found the other in its way and waited, until the database ended one of them.
 */
export const timeInOneOrder = `
do $$
declare
  before text := pg_get_functiondef('take_time()'::regprocedure);
  taking text := 'insert into occupied_time';
begin
  if position(taking in before) = 0 then raise exception 'taking time does not look as expected'; end if;
  execute replace(before, taking, 'perform from schedule s where s.organisation_id = new.organisation_id
    and (s.id = new.schedule_id or s.id = any (new.resource_ids)) order by s.id for no key update;
  ' || taking);
end $$;
`;
