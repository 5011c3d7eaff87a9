/** A free slot that fits nobody on its own list is shown to those who coordinate the county, and published to its services. */
export const beyondTheOwnList = `
alter table slot
  -- From when those who coordinate see it, and since when they have been told.
  add column pool_at timestamptz,
  add column pooled_at timestamptz,
  -- Since when the services of the county see that it is free; an offer that runs hides it for as long.
  add column published_at timestamptz,
  add column published_by uuid references staff,
  add constraint slot_pool_fits_nobody check (pool_at is null or fits_nobody),
  add constraint slot_published_is_free check (published_at is null or state in ('open', 'held')),
  add constraint slot_published_by_somebody check ((published_at is null) = (published_by is null));
create index slot_to_pool on slot (pool_at) where pool_at is not null and pooled_at is null;
create index slot_beyond_own_list on slot (region_id, lower(during), id) where published_at is not null or pooled_at is not null;
create index slot_published_of_service on slot (service_id) where published_at is not null;

-- Whoever gives a slot away, blocks, moves or cancels it takes it back from the county, whichever way that is done.
create function slot_leaves_the_county() returns trigger language plpgsql as $$
declare
  moved boolean := new.during is distinct from old.during or new.schedule_id <> old.schedule_id or new.service_id <> old.service_id;
begin
  if new.state <> 'open' or moved then new.fits_nobody := false; end if;
  if not new.fits_nobody then new.pool_at := null; new.pooled_at := null; end if;
  if new.state not in ('open', 'held') or moved then new.published_at := null; new.published_by := null; end if;
  return new;
end $$;
create trigger slot_leaves_the_county before update on slot for each row when (old.fits_nobody or old.published_at is not null)
  execute function slot_leaves_the_county();

-- What somebody was to decide about it is decided.
create function slot_is_decided() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform end_tasks_about(new.id, array['slot_fits_nobody', 'slot_in_pool'],
    case when new.state in ('held', 'taken') or new.published_at is not null then 'done' else 'dropped' end, null);
  return null;
end $$;
create trigger slot_is_decided after update on slot for each row
  when (old.fits_nobody and not new.fits_nobody or old.published_at is null and new.published_at is not null)
  execute function slot_is_decided();

-- Which slots those who coordinate are to be told of. Slots lead to nobody.
create function slots_for_pool(at_most integer) returns table (slot_id uuid, organisation_id uuid, region_id uuid)
  language sql stable security definer set search_path = public as $$
  select s.id, s.organisation_id, s.region_id from slot s
  where is_system() and s.pool_at <= now() and s.pooled_at is null and s.state = 'open' and lower(s.during) > now()
  order by s.pool_at, s.id limit at_most
$$;
revoke all on function slot_leaves_the_county(), slot_is_decided(), slots_for_pool(integer) from public;
grant execute on function slots_for_pool(integer) to lotse_app;

do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind');
begin
  alter table notice drop constraint notice_kind;
  execute 'alter table notice add constraint notice_kind '
    || replace(known, '''nobody_fits''::text', '''nobody_fits''::text, ''slot_pooled''::text, ''slot_published''::text');
end $$;
`;
