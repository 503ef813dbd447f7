-- Room: credential. Links by which somebody outside of the school reads a transcript until a day, and who did.

create table credential.shared_link (
    id           uuid primary key,
    district_id  uuid not null,
    student_id   uuid not null,
    recipient    text not null,
    subjects     text[] not null check (cardinality(subjects) > 0),
    evidence     boolean not null,
    dispositions boolean not null,
    token_hash   bytea not null unique,
    created_by   uuid not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at),
    revoked_at   timestamptz
);
create index on credential.shared_link (district_id, student_id);
alter table credential.shared_link enable row level security;
create policy same_district on credential.shared_link using (district_id = (select access.current_district()));
grant select, insert on credential.shared_link to ownpath_app;
grant update (revoked_at) on credential.shared_link to ownpath_app;

create table credential.link_opening (
    id          uuid primary key,
    district_id uuid not null,
    link_id     uuid not null references credential.shared_link,
    at          timestamptz not null
);
create index on credential.link_opening (link_id, at);
alter table credential.link_opening enable row level security;
create policy same_district on credential.link_opening using (district_id = (select access.current_district()));
grant select, insert on credential.link_opening to ownpath_app;

-- Whoever opens a link has not signed in: this door alone looks across districts, and tells no more than whose it is.
create function credential.district_of_link(hash bytea) returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select l.district_id from credential.shared_link l where l.token_hash = hash;
    end;
