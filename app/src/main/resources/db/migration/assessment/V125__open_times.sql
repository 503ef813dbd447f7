-- Room: assessment. Times at which a teacher has room for one student who wants to show something, and who has booked them.

create table assessment.open_time (
    id           uuid primary key,
    district_id  uuid not null,
    teacher_id   uuid not null,                -- person
    begins_at    timestamptz not null,
    ends_at      timestamptz not null check (ends_at > begins_at),
    place        text not null,
    offered_at   timestamptz not null,
    withdrawn_at timestamptz
);
create index on assessment.open_time (teacher_id, ends_at);
create unique index open_time_once on assessment.open_time (teacher_id, begins_at) where withdrawn_at is null;
alter table assessment.open_time enable row level security;
create policy same_district on assessment.open_time using (district_id = (select access.current_district()));
grant select, insert on assessment.open_time to ownpath_app;
grant update (withdrawn_at) on assessment.open_time to ownpath_app;

-- Of a time there is one booking at most, and of a demonstration too, whoever is how quick.
create table assessment.booking (
    id               uuid primary key,
    district_id      uuid not null,
    open_time_id     uuid not null references assessment.open_time,
    demonstration_id uuid not null references assessment.demonstration,
    booked_at        timestamptz not null,
    freed_at         timestamptz
);
create unique index booking_of_time on assessment.booking (open_time_id) where freed_at is null;
create unique index booking_of_demonstration on assessment.booking (demonstration_id) where freed_at is null;
create index on assessment.booking (demonstration_id);
alter table assessment.booking enable row level security;
create policy same_district on assessment.booking using (district_id = (select access.current_district()));
grant select, insert on assessment.booking to ownpath_app;
grant update (freed_at) on assessment.booking to ownpath_app;
