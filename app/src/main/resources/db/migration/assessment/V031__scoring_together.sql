-- Room: assessment. What good work looks like, and assessors from outside the school.

create table assessment.exemplar (
    id           uuid primary key,
    district_id  uuid not null,
    task_id      uuid not null references assessment.task,
    level        text not null,                -- in words: "3 Proficient"
    body         text not null,
    why          text not null,
    for_students boolean not null,
    kept_by      uuid not null,                -- person
    kept_at      timestamptz not null
);
create index on assessment.exemplar (task_id, kept_at);
alter table assessment.exemplar enable row level security;
create policy same_district on assessment.exemplar using (district_id = (select access.current_district()));
grant select, insert, delete on assessment.exemplar to ownpath_app;

-- A link that shows one demonstration to somebody without an account, for a while.
create table assessment.outside_link (
    id               uuid primary key,
    district_id      uuid not null,
    demonstration_id uuid not null references assessment.demonstration,
    token_hash       bytea not null unique,    -- SHA-256 of what is in the address
    name             text not null,            -- who it was made for
    made_by          uuid not null,            -- person
    made_at          timestamptz not null,
    expires_at       timestamptz not null,
    revoked_at       timestamptz
);
create index on assessment.outside_link (demonstration_id);
alter table assessment.outside_link enable row level security;
create policy same_district on assessment.outside_link using (district_id = (select access.current_district()));
grant select, insert on assessment.outside_link to ownpath_app;
grant update (revoked_at) on assessment.outside_link to ownpath_app;

-- Whoever opens a link has no district yet: this door tells the district of one link that holds, and nothing else.
create function assessment.district_of_link(hash bytea, at timestamptz) returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select l.district_id from assessment.outside_link l
        where l.token_hash = hash and l.revoked_at is null and l.expires_at > at;
    end;

-- Addresses that led nowhere, kept for the throttle; no district applies.
create table assessment.link_miss (
    address   text not null,
    missed_at timestamptz not null
);
create index on assessment.link_miss (address, missed_at);
grant select, insert, delete on assessment.link_miss to ownpath_app;
