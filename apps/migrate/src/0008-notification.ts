/** Notices in the product and their delivery by e-mail. */
export const notification = `
create table notice (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  event_id uuid not null,
  kind text not null constraint notice_kind check (kind in ('referral_received', 'referral_moved', 'question_asked', 'question_answered', 'slot_offered', 'offer_accepted', 'offer_declined', 'offer_expired', 'offer_withdrawn', 'nobody_fits')),
  reference text,
  referral_id uuid,
  slot_id uuid,
  offer_id uuid,
  act text,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  read_by uuid references staff,
  -- Promise 5: once for each event and recipient, however often the event is delivered.
  constraint notice_once unique (event_id, organisation_id, kind)
);
create index notice_newest on notice (organisation_id, created_at desc, id desc);
create index notice_unread on notice (organisation_id) where read_at is null;

create table delivery (
  id uuid primary key,
  notice_id uuid not null references notice,
  organisation_id uuid not null references organisation,
  region_id uuid not null references region,
  channel text not null check (channel in ('email')),
  state text not null constraint delivery_state check (state in ('queued', 'sending', 'sent', 'suppressed', 'dead')),
  attempts integer not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  -- Why it was not sent, or why it failed last; never with an address or content.
  remark text,
  constraint delivery_once unique (notice_id, channel)
);
create index delivery_to_do on delivery (claimed_at) where state in ('queued', 'sending');
alter table notice enable row level security;
alter table delivery enable row level security;
create policy notice_of_organisation on notice for select using (organisation_id = current_organisation() or is_system());
create policy notice_write on notice for insert with check (is_system());
create policy notice_read on notice for update using (organisation_id = current_organisation());
create policy delivery_of_system on delivery for all using (is_system()) with check (is_system());
grant select, insert, update on notice, delivery to lotse_app;
`;
