/** How often somebody called, counted by all processes together: a hash of a session or an address, a number, an end. */
export const limits = `
create unlogged table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
alter table rate_limit enable row level security;
create policy rate_limit_of_system on rate_limit for all using (is_system()) with check (is_system());
grant select, insert, update, delete on rate_limit to lotse_app;
`;
