-- Plans of support: agreed, worked on, checked again, closed. What was agreed is never edited; what follows is added.

create table support.plan (
    id                uuid primary key,
    district_id       uuid not null,
    student_id        uuid not null,
    subject           text not null,
    competencies      uuid[] not null check (cardinality(competencies) between 1 and 8),
    signal            text,                    -- the kind of signal that it answers, if any
    tier              int not null check (tier between 1 and 3),
    kind              text not null,
    aim               text not null check (length(aim) between 1 and 1000),
    steps             text[] not null check (cardinality(steps) between 1 and 12),
    owner_id          uuid not null,
    review_on         date not null,
    baseline_mastered int not null,            -- how many of the competencies stood mastered when it began
    baseline_value    double precision,        -- the mean of their values then
    opened_by         uuid not null,
    opened_at         timestamptz not null
);
create index on support.plan (student_id);

-- What the student, the family or a teacher says about it, in their own words.
create table support.plan_words (
    id          uuid primary key,
    district_id uuid not null,
    plan_id     uuid not null references support.plan,
    person_id   uuid not null,
    words       text not null check (length(words) between 1 and 2000),
    at          timestamptz not null
);
create index on support.plan_words (plan_id);

-- A time at which it was worked on, and whether the student was there.
create table support.plan_session (
    id          uuid primary key,
    district_id uuid not null,
    plan_id     uuid not null references support.plan,
    held_on     date not null,
    minutes     int not null check (minutes between 1 and 480),
    attendance  text not null check (attendance in ('present', 'absent', 'excused')),
    note        text,
    recorded_by uuid not null,
    recorded_at timestamptz not null
);
create index on support.plan_session (plan_id);

-- How it ended, by the evidence shown since it began; once.
create table support.plan_closing (
    plan_id     uuid primary key references support.plan,
    district_id uuid not null,
    outcome     text not null check (outcome in ('mastered', 'growing', 'same', 'lower', 'not_rechecked')),
    rechecks    int not null,
    why         text not null check (length(why) between 1 and 1000),
    closed_by   uuid not null,
    closed_at   timestamptz not null
);

do $$
declare t text;
begin
    foreach t in array array['plan', 'plan_words', 'plan_session', 'plan_closing'] loop
        execute format('alter table support.%I enable row level security', t);
        execute format('create policy same_district on support.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on support.%I to ownpath_app', t);
    end loop;
end $$;
