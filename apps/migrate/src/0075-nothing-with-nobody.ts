/**
 * Whoever has no account has no worklist. What lies with them stays work of whoever referred, for as long as it lies there: one task at a time,
 * and another one some days after somebody has asked.
 */
export const nothingWithNobody = `
do $$
declare
  before text := pg_get_functiondef('open_referral_tasks()'::regprocedure);
  deadlines text := 'select ''deadline:'' ||';
begin
  if position(deadlines in before) = 0 then raise exception 'the work of time does not look as expected'; end if;
  execute replace(before, deadlines, 'select ''outside:'' || r.id || '':'' || (select count(*) from task t where t.subject_id = r.id and t.kind = ''link_unanswered''),
      ''link_unanswered'', r.id, r.person_id, r.reference, r.region_id, r.referrer_organisation_id, null, greatest(r.due_at - now(), interval ''1 day'')
    from organisation o join referral r on r.recipient_organisation_id = o.id and r.custodian_organisation_id = o.id
    where o.without_account and r.state not in (''draft'', ''closed'', ''withdrawn'', ''entered_in_error'')
      and not exists (select from task t where t.subject_id = r.id and t.kind = ''link_unanswered'' and (t.ended_at is null
        or t.ended_at > now() - case t.result when ''reached'' then interval ''7 days'' when ''not_reached'' then interval ''2 days''
          when ''not_needed'' then interval ''28 days'' end))
    union all
    ' || deadlines);
end $$;
`;
