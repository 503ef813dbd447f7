-- Room: support. Who needs whom: signals drawn from evidence, set aside and put in order. Names nobody.

create schema support;
grant usage on schema support to ownpath_app;

-- What the evidence of one student in one subject gives reason to look at. Dropped and rebuilt at will.
create table support.signal (
    district_id  uuid not null,
    student_id   uuid not null,
    kind         text not null check (kind in ('stuck', 'guessing', 'stalled', 'racing', 'slipping', 'ready')),
    subject      text not null,
    competencies uuid[] not null,              -- those that show it best first
    since        timestamptz not null,         -- from when on the evidence gives reason
    urgency      int not null,
    reason       text not null,
    primary key (student_id, kind, subject)
);
create index on support.signal (district_id, kind);
alter table support.signal enable row level security;
create policy same_district on support.signal using (district_id = (select access.current_district()));
grant select, insert, update, delete on support.signal to ownpath_app;

-- The day of which all students were last looked at, because some signals come with time alone.
create table support.daily_look (
    district_id uuid primary key,
    day         date not null
);
alter table support.daily_look enable row level security;
create policy same_district on support.daily_look using (district_id = (select access.current_district()));
grant select, insert, update on support.daily_look to ownpath_app;

-- A signal that somebody does not want to see for a while, and why.
create table support.snooze (
    id          uuid primary key,
    district_id uuid not null,
    person_id   uuid not null,
    student_id  uuid not null,
    kind        text not null,
    subject     text not null,
    until       date not null,
    reason      text not null check (length(reason) between 1 and 400),
    at          timestamptz not null,
    ended_at    timestamptz
);
create index on support.snooze (person_id, until) where ended_at is null;
alter table support.snooze enable row level security;
create policy same_district on support.snooze using (district_id = (select access.current_district()));
grant select, insert on support.snooze to ownpath_app;
grant update (ended_at) on support.snooze to ownpath_app;

-- How many students somebody can look after in a day.
create table support.capacity (
    person_id   uuid primary key,
    district_id uuid not null,
    a_day       int not null check (a_day between 1 and 50),
    set_at      timestamptz not null
);
alter table support.capacity enable row level security;
create policy same_district on support.capacity using (district_id = (select access.current_district()));
grant select, insert, update on support.capacity to ownpath_app;
