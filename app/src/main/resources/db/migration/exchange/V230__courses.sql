-- Room: exchange. Course packages by cmi5: what they hold, who is on which, and what became of each visit.

create table exchange.course (
    id          uuid primary key,
    district_id uuid not null,
    title       text not null,
    structure   text not null,                  -- its cmi5.xml
    speaks_as   uuid not null,                  -- what it says stands beside this account
    made_by     uuid not null,
    made_at     timestamptz not null,
    ended_at    timestamptz                     -- null: can be opened
);
create index on exchange.course (district_id);
alter table exchange.course enable row level security;
create policy same_district on exchange.course using (district_id = (select access.current_district()));
grant select, insert on exchange.course to ownpath_app;
grant update (ended_at) on exchange.course to ownpath_app;

create table exchange.course_file (
    course_id   uuid not null references exchange.course,
    path        text not null,
    district_id uuid not null,
    content     bytea not null,
    primary key (course_id, path)
);
alter table exchange.course_file alter column content set storage external;
create index on exchange.course_file (district_id);
alter table exchange.course_file enable row level security;
create policy same_district on exchange.course_file using (district_id = (select access.current_district()));
grant select, insert on exchange.course_file to ownpath_app;

-- Units that are in the catalogue of activities.
create table exchange.course_unit (
    course_id     uuid not null references exchange.course,
    unit          integer not null,             -- its place in the course, from 1
    district_id   uuid not null,
    activity_id   uuid not null,
    competency_id uuid not null,
    made_by       uuid not null,
    made_at       timestamptz not null,
    primary key (course_id, unit),
    unique (district_id, activity_id)
);
alter table exchange.course_unit enable row level security;
create policy same_district on exchange.course_unit using (district_id = (select access.current_district()));
grant select, insert on exchange.course_unit to ownpath_app;

-- Somebody is on a course.
create table exchange.course_registration (
    id          uuid primary key,
    district_id uuid not null,
    course_id   uuid not null references exchange.course,
    person_id   uuid not null,
    made_at     timestamptz not null,
    satisfied   integer[] not null default '{}', -- of which blocks it was told that they are satisfied; 0 is the course
    unique (course_id, person_id)
);
create index on exchange.course_registration (person_id);
create index on exchange.course_registration (district_id);
alter table exchange.course_registration enable row level security;
create policy same_district on exchange.course_registration using (district_id = (select access.current_district()));
grant select, insert on exchange.course_registration to ownpath_app;
grant update (satisfied) on exchange.course_registration to ownpath_app;

-- How far somebody is with a unit.
create table exchange.course_progress (
    registration_id uuid not null references exchange.course_registration on delete cascade,
    unit            integer not null,
    district_id     uuid not null,
    completed_at    timestamptz,
    passed_at       timestamptz,
    failed_at       timestamptz,
    waived_at       timestamptz,
    score           double precision,           -- the last that was told, from 0 to 1
    primary key (registration_id, unit)
);
create index on exchange.course_progress (district_id);
alter table exchange.course_progress enable row level security;
create policy same_district on exchange.course_progress using (district_id = (select access.current_district()));
grant select, insert, update on exchange.course_progress to ownpath_app;

-- One opening of a unit, until it ends.
create table exchange.course_visit (
    id              uuid primary key,           -- its session id
    district_id     uuid not null,
    registration_id uuid not null references exchange.course_registration on delete cascade,
    unit            integer not null,
    mode            text not null check (mode in ('Normal', 'Browse', 'Review')),
    files_hash      bytea not null unique,      -- opens the files of the course
    fetch_hash      bytea not null unique,      -- is changed once into what opens the records
    token_hash      bytea unique,               -- null: not fetched yet
    opened_at       timestamptz not null,
    expires_at      timestamptz not null,
    last_at         timestamptz not null,       -- when the unit was last heard of
    said            text[] not null default '{}', -- the verbs of its statements by cmi5
    began_at        timestamptz,                -- as the unit says
    terminated_at   timestamptz,                -- as the unit says
    ended_at        timestamptz                 -- null: under way
);
create index on exchange.course_visit (registration_id);
create index on exchange.course_visit (district_id, expires_at) where ended_at is null;
alter table exchange.course_visit enable row level security;
create policy same_district on exchange.course_visit using (district_id = (select access.current_district()));
grant select, insert on exchange.course_visit to ownpath_app;
grant update (token_hash, last_at, said, began_at, terminated_at, ended_at) on exchange.course_visit to ownpath_app;

create function exchange.forget_courses(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.course_registration where person_id = whom and district_id = access.current_district();
$$;
revoke execute on function exchange.forget_courses(uuid) from public;
grant execute on function exchange.forget_courses(uuid) to ownpath_app;
