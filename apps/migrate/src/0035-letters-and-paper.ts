/** Letters that were printed, the words of a county's letters, and referrals that came on paper from somebody without an account. */
export const lettersAndPaper = `
alter table organisation
  add column fax text,
  add column place text,
  add column lanr text check (lanr ~ '^[0-9]{9}$'),
  -- Known in the county and no part of Lotse: nobody signs in there. Letters go there on paper, and others write down what it says.
  add column without_account boolean not null default false;

-- Every print: who, when, for which side, and the print of what it showed. The letter itself is made anew, from the record as it is.
create table referral_letter (
  id uuid primary key,
  region_id uuid not null references region,
  referral_id uuid not null references referral on delete cascade,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  kind text not null constraint referral_letter_kind check (kind in ('referral', 'acknowledgement', 'decline', 'discharge', 'outcome', 'release_form', 'link_code')),
  language text not null check (language in ('de', 'en')),
  -- Which version of the county's words; 0 for the usual ones.
  template_version integer not null,
  fingerprint text not null,
  at timestamptz not null default now()
);
create index referral_letter_by_referral on referral_letter (referral_id, at);
alter table referral_letter enable row level security;
create policy referral_letter_own on referral_letter for select using (
  organisation_id = current_organisation() and exists (select from referral r where r.id = referral_id));
create policy referral_letter_print on referral_letter for insert with check (
  organisation_id = current_organisation() and staff_id = current_staff() and exists (select from referral r where r.id = referral_id));
grant select, insert on referral_letter to lotse_app;

-- Only whoever administers the county, and only in the version that was looked at.
create function put_letter_templates(given_templates jsonb, given_version integer) returns integer
  language sql security definer set search_path = public as $$
  update region set settings = jsonb_set(settings, '{letterTemplates}', given_templates), settings_version = settings_version + 1
  where id = current_region() and settings_version = given_version
    and exists (select from staff s where s.id = current_staff() and 'region_admin' = any (s.roles))
  returning settings_version
$$;
revoke all on function put_letter_templates(jsonb, integer) from public;
grant execute on function put_letter_templates(jsonb, integer) to lotse_app;

-- A referral that came on paper. Whoever entered it keeps both sides of it: what the sender says is written down there.
create table paper_referral (
  referral_id uuid primary key references referral on delete cascade,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  sender_organisation_id uuid not null references organisation,
  -- The physician who signed, as it stands on the paper.
  sender_name text,
  came_by text not null constraint paper_referral_came_by check (came_by in ('fax', 'email', 'phone', 'post', 'handed_over')),
  received_at timestamptz not null,
  entered_at timestamptz not null default now(),
  entered_by uuid not null references staff,
  -- What the paper says about the release: whom it names, in which form, from which day, and whether the document was seen.
  release_names text,
  release_form text constraint paper_referral_release_form check (release_form in ('written', 'electronic', 'oral_documented')),
  release_given_on date,
  release_seen boolean not null default false,
  constraint paper_referral_received check (received_at <= entered_at)
);
create index paper_referral_by_sender on paper_referral (sender_organisation_id);
alter table paper_referral enable row level security;
create policy paper_referral_of_referral on paper_referral for select using (exists (select from referral r where r.id = referral_id));
create policy paper_referral_enter on paper_referral for insert with check (
  organisation_id = current_organisation() and entered_by = current_staff()
  and exists (select from referral r where r.id = referral_id and r.referrer_organisation_id = current_organisation())
  and exists (select from organisation o where o.id = sender_organisation_id and o.without_account));
grant select, insert on paper_referral to lotse_app;

-- Whose word a step was, where somebody else wrote it down or it came through a link.
create table referral_step_voice (
  step_id uuid primary key references referral_step on delete cascade,
  referral_id uuid not null references referral on delete cascade,
  on_behalf_of_organisation_id uuid not null references organisation,
  said_by text not null check (length(said_by) between 1 and 120),
  said_through text not null constraint referral_step_voice_through check (said_through in ('fax', 'email', 'phone', 'post', 'handed_over', 'link'))
);
create index referral_step_voice_by_referral on referral_step_voice (referral_id);
alter table referral_step_voice enable row level security;
create policy referral_step_voice_of_referral on referral_step_voice for select using (exists (select from referral r where r.id = referral_id));
create policy referral_step_voice_write on referral_step_voice for insert with check (
  exists (select from referral_step s where s.id = step_id and s.organisation_id = current_organisation() and s.referral_id = referral_step_voice.referral_id));
grant select, insert on referral_step_voice to lotse_app;

-- A practice that has no account, written down by whoever receives its paper. Its one member of staff is Lotse itself.
create function note_organisation(new_id uuid, new_staff uuid, given_name text, given_kind text, given_street text, given_postcode text,
  given_place text, given_phone text, given_fax text, given_email text, given_lanr text, given_bsnr text) returns void
  language sql security definer set search_path = public as $$
  insert into organisation (id, region_id, name, kind, legal_regime, street, postcode, place, phone, fax, notification_email, lanr, bsnr, without_account)
    select new_id, current_region(), given_name, given_kind, 'gdpr', given_street, given_postcode, given_place, given_phone, given_fax,
      given_email, given_lanr, given_bsnr, true
    where current_region() is not null and current_staff() is not null;
  insert into staff (id, organisation_id, email, display_name, roles)
    select new_staff, new_id, 'system@' || new_id, 'Lotse', '{system}' where current_region() is not null and current_staff() is not null;
$$;
revoke all on function note_organisation(uuid, uuid, text, text, text, text, text, text, text, text, text, text) from public;
grant execute on function note_organisation(uuid, uuid, text, text, text, text, text, text, text, text, text, text) to lotse_app;
`;
