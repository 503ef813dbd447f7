-- The catalogue of activities, and what students take from it for their plans.

create table pathway.activity (
    id           uuid primary key,
    district_id  uuid not null,
    kind         text not null,
    title        text not null check (length(title) between 1 and 120),
    about        text not null check (length(about) between 1 and 2000),
    provider     text not null check (length(provider) between 1 and 120),
    in_school    boolean not null,
    place        text not null check (length(place) between 1 and 200),
    meets        text not null check (length(meets) between 1 and 200),   -- in words: "Tuesdays, 15:30 to 16:30"
    first_day    date,
    last_day     date,
    link         text check (length(link) <= 500),
    competencies uuid[] not null,
    tags         text[] not null,
    added_by     uuid not null,
    added_at     timestamptz not null,
    retired_at   timestamptz,
    check (first_day <= last_day)
);
create index on pathway.activity (district_id) where retired_at is null;

-- Somebody of the school has looked at it and says whether it is fit for students; the latest holds, for that link alone.
create table pathway.vetting (
    id          uuid primary key,
    district_id uuid not null,
    activity_id uuid not null references pathway.activity,
    link        text,
    fit         boolean not null,
    words       text not null check (length(words) <= 500),
    by          uuid not null,
    at          timestamptz not null
);
create index on pathway.vetting (activity_id, at desc);

-- How a link answered when it was last asked.
create table pathway.link_check (
    district_id uuid not null,
    link        text not null,
    alive       boolean not null,
    answer      text not null,                 -- in words
    checked_at  timestamptz not null,
    primary key (district_id, link)
);

-- An activity on a student's plan, and how it ended.
create table pathway.planned_activity (
    id          uuid primary key,
    district_id uuid not null,
    student_id  uuid not null,
    activity_id uuid not null references pathway.activity,
    goal_id     uuid references pathway.goal,
    chosen_by   uuid not null,
    chosen_at   timestamptz not null,
    ended       text check (ended in ('done', 'aside')),
    words       text check (length(words) between 1 and 1000),
    ended_by    uuid,
    ended_at    timestamptz,
    check ((ended is null) = (ended_at is null) and (ended is null) = (words is null))
);
create index on pathway.planned_activity (student_id);
create index on pathway.planned_activity (activity_id) where ended = 'done';
create unique index open_once on pathway.planned_activity (student_id, activity_id) where ended is null;

do $$
declare t text;
begin
    foreach t in array array['activity', 'vetting', 'link_check', 'planned_activity'] loop
        execute format('alter table pathway.%I enable row level security', t);
        execute format('create policy same_district on pathway.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on pathway.%I to ownpath_app', t);
    end loop;
end $$;
grant update (kind, title, about, provider, in_school, place, meets, first_day, last_day, link, competencies, tags,
    retired_at) on pathway.activity to ownpath_app;
grant update (alive, answer, checked_at) on pathway.link_check to ownpath_app;
grant update (ended, words, ended_by, ended_at) on pathway.planned_activity to ownpath_app;
