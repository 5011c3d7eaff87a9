#!/bin/sh
# Runs once, on an empty data directory: the two roles and the database (docs/operations.md).
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$LOTSE_OWNER_PASSWORD" --set app_password="$LOTSE_APP_PASSWORD" <<'SQL'
create role lotse_owner login nosuperuser nobypassrls password :'owner_password';
create role lotse_app login nosuperuser nobypassrls password :'app_password';
create database lotse owner lotse_owner;
revoke connect on database lotse from public;
grant connect on database lotse to lotse_app;
\connect lotse
alter schema public owner to lotse_owner;
revoke create on schema public from public;
SQL
