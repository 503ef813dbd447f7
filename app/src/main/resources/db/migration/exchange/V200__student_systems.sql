-- Room: exchange. Student information systems that are connected by OneRoster, and each run of taking a roster from one.

create table exchange.student_system (
    id            uuid primary key,
    district_id   uuid not null,
    name          text not null,               -- also what its rosters call their source
    address       text not null,
    token_address text not null,
    client_id     text not null,
    secret        bytea not null,              -- sealed
    scopes        text not null,
    every_hours   integer check (every_hours between 1 and 168),
    daily_at      time,
    next_run_at   timestamptz,                 -- null: by hand only
    failures      integer not null default 0,  -- in a row
    connected_by  uuid not null,
    connected_at  timestamptz not null,
    ended_at      timestamptz,                 -- null: connected
    check (every_hours is null or daily_at is null)
);
create unique index on exchange.student_system (district_id, name) where ended_at is null;
alter table exchange.student_system enable row level security;
create policy same_district on exchange.student_system using (district_id = (select access.current_district()));
grant select, insert on exchange.student_system to ownpath_app;
grant update (every_hours, daily_at, next_run_at, failures, ended_at) on exchange.student_system to ownpath_app;

create table exchange.student_system_run (
    id          uuid primary key,
    district_id uuid not null,
    system_id   uuid not null references exchange.student_system,
    everything  boolean not null,              -- false: only what has changed
    applied     boolean not null,              -- false: a dry run
    asked_by    uuid,                          -- null: the schedule
    asked_at    timestamptz not null,
    began_at    timestamptz,                   -- null: it waits
    read_as_of  timestamptz,                   -- by the clock of the other system
    rows        jsonb not null default '{}',   -- how many of each came
    job_id      uuid references exchange.import_job,
    ended_at    timestamptz,                   -- when all was read, or it failed
    why         text not null default ''       -- what failed, and what to do
);
create index on exchange.student_system_run (district_id, system_id, asked_at desc);
create index on exchange.student_system_run (district_id) where ended_at is null;
alter table exchange.student_system_run enable row level security;
create policy same_district on exchange.student_system_run using (district_id = (select access.current_district()));
grant select, insert on exchange.student_system_run to ownpath_app;
grant update (began_at, read_as_of, rows, job_id, ended_at, why) on exchange.student_system_run to ownpath_app;
