-- Room: credential. The keys with which a district signs what it issues; the private halves are sealed under a key that
-- lies outside of the database. A new key signs from then on; an earlier one still vouches for what it signed, unless it
-- was withdrawn.

create table credential.signing_key (
    id                 uuid primary key,
    district_id        uuid not null,
    public_key         bytea not null,         -- X.509
    sealed_private_key bytea not null,         -- PKCS #8, sealed
    made_at            timestamptz not null,
    withdrawn_at       timestamptz,
    withdrawn_by       uuid,
    reason             text,
    check ((withdrawn_at is null) = (reason is null))
);
create index on credential.signing_key (district_id, made_at desc);
alter table credential.signing_key enable row level security;
create policy same_district on credential.signing_key using (district_id = (select access.current_district()));
grant select, insert on credential.signing_key to ownpath_app;
grant update (withdrawn_at, withdrawn_by, reason) on credential.signing_key to ownpath_app;
