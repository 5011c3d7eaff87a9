/** Shared views belong to whoever shared them; what is asked about somebody keeps their record. */
export const whoseItIs = `
-- What is shared is used by everybody and changed by whoever shared it, or by those who administer the organisation when that one has left.
drop policy saved_view_update on saved_view;
drop policy saved_view_delete on saved_view;
create function may_change_view(given_staff uuid, given_organisation uuid, shared boolean) returns boolean language sql stable parallel safe as $$
  select given_organisation = current_organisation()
    and (given_staff = current_staff() or (shared and coalesce(current_roles() @> '{org_admin}', false)))
$$;
create policy saved_view_update on saved_view for update
  using (may_change_view(staff_id, organisation_id, is_shared))
  with check (organisation_id = current_organisation() and (is_shared or staff_id = current_staff()));
create policy saved_view_delete on saved_view for delete using (may_change_view(staff_id, organisation_id, is_shared));
revoke all on function may_change_view(uuid, uuid, boolean) from public;
grant execute on function may_change_view(uuid, uuid, boolean) to lotse_app;

-- An enquiry that is open keeps the record it is about, and one that has ended counts as the last of it.
create function asks_about(given_person uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from advice_thread a where a.person_id = given_person and a.state not in ('closed', 'converted', 'cancelled'))
$$;
revoke all on function asks_about(uuid) from public;
do $$ begin
  execute replace(replace(pg_get_functiondef('due_for_deletion'::regproc),
    'having bool_and(coalesce(c.is_over, true))', 'having bool_and(coalesce(c.is_over, true)) and not asks_about(p.id)'),
    'max(c.last_day)) as last_day',
    'max(c.last_day), (select max((a.updated_at at time zone ''Europe/Berlin'')::date) from advice_thread a where a.person_id = p.id)) as last_day');
  execute replace(pg_get_functiondef('carry_out_deletion'::regproc),
    'not (i.kind = ''record'' and exists', 'not (i.kind = ''record'' and asks_about(i.person_id)) and not (i.kind = ''record'' and exists');
end $$;
`;
