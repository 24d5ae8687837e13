#!/usr/bin/env bash
# Runs once, when the database is made. Two roles: one owns the tables and is used by the migration alone, the other reads
# and writes rows and can neither create nor drop anything, not even a temporary table.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --no-psqlrc \
  -v database="$POSTGRES_DB" -v owner_password="$CIIVSOFT_DB_OWNER_PASSWORD" -v password="$CIIVSOFT_DB_PASSWORD" <<'SQL'
CREATE ROLE ciivsoft_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE ciivsoft LOGIN PASSWORD :'password';
ALTER DATABASE :"database" OWNER TO ciivsoft_owner;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO ciivsoft;
ALTER SCHEMA public OWNER TO ciivsoft_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SQL
