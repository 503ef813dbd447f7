-- Room: access. Links that let somebody in once to choose a password, and where failed sign-ins came from.

alter table access.sign_in_failure add column address text not null default '';
create index on access.sign_in_failure (address, failed_at);
create index on access.sign_in_failure (failed_at);

create table access.sign_in_link (
    id          uuid primary key,
    district_id uuid not null references access.district,
    account_id  uuid not null references access.account,
    token_hash  bytea not null unique,
    made_by     uuid not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null check (expires_at > made_at),
    used_at     timestamptz,
    revoked_at  timestamptz
);
create index on access.sign_in_link (account_id);
alter table access.sign_in_link enable row level security;
create policy same_district on access.sign_in_link using (district_id = (select access.current_district()));
grant select, insert on access.sign_in_link to ownpath_app;
grant update (used_at, revoked_at) on access.sign_in_link to ownpath_app;

-- Whoever opens a link has not signed in: this door looks across districts, and tells no more than whose it is.
create function access.district_of_sign_in_link(hash bytea) returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select l.district_id from access.sign_in_link l where l.token_hash = hash;
    end;
