/** A free slot that was to go to the next person and fits nobody is seen in the calendar until it is given to somebody. */
export const slotsThatFitNobody = `
alter table slot
  add column fits_nobody boolean not null default false,
  add constraint slot_fits_nobody_is_free check (not fits_nobody or state in ('open', 'cancelled', 'blocked'));

-- The demo works at any hour of any day.
update region set settings_version = settings_version + 1, settings = settings || jsonb_build_object('offering',
  settings -> 'offering' || '{"usualHours": null, "quietHours": null}') where is_demo and settings ? 'offering';
`;
