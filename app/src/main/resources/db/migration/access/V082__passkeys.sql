-- Room: access. Passkeys: a device's own key, which signs in by itself.

create table access.passkey (
    id                 uuid primary key,
    district_id        uuid not null references access.district,
    account_id         uuid not null references access.account,
    label              text not null,
    credential_id      bytea not null unique,
    public_key         bytea not null,
    signature_count    bigint not null,
    uv_initialized     boolean not null,
    transports         text[] not null,
    backup_eligible    boolean not null,
    backup_state       boolean not null,
    attestation_object bytea,
    client_data        bytea,
    created_at         timestamptz not null,
    last_used_at       timestamptz not null
);
create index on access.passkey (account_id);
alter table access.passkey enable row level security;
create policy same_district on access.passkey using (district_id = (select access.current_district()));
grant select, insert, update, delete on access.passkey to ownpath_app;

-- Whoever signs in with a passkey is nobody yet: this door looks across districts, and tells no more than whose it is.
create function access.district_of_passkey(credential bytea) returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select p.district_id from access.passkey p where p.credential_id = credential;
    end;
