-- Room: access. Who is asking, which district they belong to, and what they did.
--
-- Roles (created by the launcher, or by an administrator on an external server, see docs/operations.md):
--   ownpath_owner  owns every object, runs these migrations, is never used to serve a request
--   ownpath_app    serves requests; owns nothing; row-level security always applies to it
--   ownpath_bulk   cannot sign in; may only insert into the ledger, by COPY, inside a district's transaction

create schema access;
grant usage on schema access to ownpath_app, ownpath_bulk;

-- The district of the current unit of work; null outside of one, and then no row of any district is visible.
create function access.current_district() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('ownpath.district', true), '')::uuid;

-- In every policy below it stands in a subquery, so that it is worked out once for a statement and not for each row.

create table access.district (
    id         uuid primary key,
    slug       text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
    name       text not null,
    created_at timestamptz not null
);
alter table access.district enable row level security;
create policy same_district on access.district using (id = (select access.current_district()));
grant select, insert on access.district to ownpath_app;

create table access.account (
    id            uuid primary key,
    district_id   uuid not null references access.district,
    person_id     uuid not null,
    sign_in_name  text not null check (sign_in_name = lower(sign_in_name) and length(sign_in_name) between 3 and 200),
    password_hash text not null,
    display_name  text not null,
    roles         text[] not null check (cardinality(roles) > 0
                      and roles <@ array['student', 'teacher', 'leader', 'family', 'administrator']),
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    unique (sign_in_name),
    unique (district_id, person_id)
);
alter table access.account enable row level security;
create policy same_district on access.account using (district_id = (select access.current_district()));
grant select, insert on access.account to ownpath_app;
grant update (password_hash, display_name, roles, disabled_at) on access.account to ownpath_app;

-- Signing in happens before a district is known: these three doors, and no others, look across districts.
create function access.account_to_sign_in(name text)
    returns table (id uuid, district_id uuid, person_id uuid, password_hash text, display_name text, roles text[])
    language sql stable security definer set search_path = ''
    begin atomic
        select a.id, a.district_id, a.person_id, a.password_hash, a.display_name, a.roles
        from access.account a
        where a.sign_in_name = lower(name) and a.disabled_at is null;
    end;
create function access.district_called(slug text) returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select d.id from access.district d where d.slug = district_called.slug;
    end;
create function access.districts() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select d.id from access.district d order by d.id;
    end;

-- A failed sign-in, kept for the throttle; the name is what was typed, so no district applies.
create table access.sign_in_failure (
    sign_in_name text not null,
    failed_at    timestamptz not null
);
create index on access.sign_in_failure (sign_in_name, failed_at);
grant select, insert, delete on access.sign_in_failure to ownpath_app;

create table access.api_token (
    id          uuid primary key,
    district_id uuid not null references access.district,
    account_id  uuid not null references access.account,
    name        text not null,
    token_hash  bytea not null unique,
    created_at  timestamptz not null,
    revoked_at  timestamptz
);
alter table access.api_token enable row level security;
create policy same_district on access.api_token using (district_id = (select access.current_district()));
grant select, insert on access.api_token to ownpath_app;
grant update (revoked_at) on access.api_token to ownpath_app;

create function access.account_of_token(hash bytea)
    returns table (id uuid, district_id uuid, person_id uuid, password_hash text, display_name text, roles text[])
    language sql stable security definer set search_path = ''
    begin atomic
        select a.id, a.district_id, a.person_id, a.password_hash, a.display_name, a.roles
        from access.api_token t join access.account a on a.id = t.account_id
        where t.token_hash = hash and t.revoked_at is null and a.disabled_at is null;
    end;

-- What was done, by whom: inserted only.
create table access.audit (
    id          uuid primary key,
    district_id uuid not null references access.district,
    at          timestamptz not null,
    account_id  uuid,
    action      text not null,
    subject     text not null,
    detail      text
);
create index on access.audit (district_id, at desc);
alter table access.audit enable row level security;
create policy same_district on access.audit using (district_id = (select access.current_district()));
grant select, insert on access.audit to ownpath_app;

-- Sessions live in the database, so that any copy of the app can serve any request (layout: Spring Session).
create table access.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(200)
);
create index on access.spring_session (expiry_time);
create index on access.spring_session (principal_name);
create table access.spring_session_attributes (
    session_primary_id char(36) not null references access.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on access.spring_session, access.spring_session_attributes to ownpath_app;
