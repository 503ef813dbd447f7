-- Room: access. A second factor beside the password, and what a district demands of signing in; passkeys.

create table access.sign_in_rules (
    district_id       uuid primary key references access.district,
    second_factor_for text[] not null check (second_factor_for <@ array['student', 'teacher', 'leader', 'family', 'administrator']),
    pictures_until    int check (pictures_until between 0 and 12)   -- grade; 0 is kindergarten, null is nobody
);
alter table access.sign_in_rules enable row level security;
create policy same_district on access.sign_in_rules using (district_id = (select access.current_district()));
grant select, insert, update on access.sign_in_rules to ownpath_app;

create table access.second_factor (
    account_id    uuid primary key references access.account,
    district_id   uuid not null references access.district,
    sealed_secret bytea not null,       -- under a key that lies outside of the database
    confirmed_at  timestamptz,          -- asked for from then on
    last_step     bigint not null       -- the half minute whose code was used last: each is used once
);
alter table access.second_factor enable row level security;
create policy same_district on access.second_factor using (district_id = (select access.current_district()));
grant select, insert, delete on access.second_factor to ownpath_app;
grant update (confirmed_at, last_step) on access.second_factor to ownpath_app;

create table access.recovery_code (
    id          uuid primary key,
    district_id uuid not null references access.district,
    account_id  uuid not null references access.account,
    code_hash   bytea not null,
    used_at     timestamptz
);
create index on access.recovery_code (account_id);
alter table access.recovery_code enable row level security;
create policy same_district on access.recovery_code using (district_id = (select access.current_district()));
grant select, insert, delete on access.recovery_code to ownpath_app;
grant update (used_at) on access.recovery_code to ownpath_app;

-- Passkeys: a device's own key, which signs in by itself.

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
