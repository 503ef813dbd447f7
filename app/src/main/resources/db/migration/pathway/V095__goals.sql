-- Room: pathway. Goals of students, and the path to each. What was proposed is never edited; all that follows is added.

create schema pathway;
grant usage on schema pathway to ownpath_app;

create table pathway.goal (
    id            uuid primary key,
    district_id   uuid not null,
    student_id    uuid not null,
    kind          text not null check (kind in ('competency', 'level', 'project')),
    subject       text,                        -- of a level
    level         int check (level between 0 and 12),
    title         text check (length(title) between 1 and 200), -- of a project
    competencies  uuid[] not null,             -- of a competency, the one; of a project, those that it shows
    way           uuid[] not null,             -- what lay before the student when it was proposed, in order
    reason        text not null check (length(reason) between 1 and 1000),
    wanted_by     date not null,
    review_on     date not null,
    proposed_by   uuid not null,
    proposed_side text not null check (proposed_side in ('student', 'family', 'school')),
    proposed_at   timestamptz not null,
    check ((kind = 'level') = (subject is not null and level is not null)),
    check ((kind = 'project') = (title is not null))
);
create index on pathway.goal (student_id);

-- What became of it: agreed, reviewed (as often as it takes), dropped. That it is reached, the evidence says.
create table pathway.goal_step (
    id          uuid primary key,
    district_id uuid not null,
    goal_id     uuid not null references pathway.goal,
    step        text not null check (step in ('agreed', 'reviewed', 'dropped')),
    words       text not null check (length(words) <= 1000),
    review_on   date,                          -- of a review: when to look again
    by          uuid not null,
    at          timestamptz not null
);
create index on pathway.goal_step (goal_id);
create unique index once_only on pathway.goal_step (goal_id, step) where step <> 'reviewed';

-- How the path was adjusted, in order.
create table pathway.goal_change (
    id            uuid primary key,
    district_id   uuid not null,
    goal_id       uuid not null references pathway.goal,
    number        bigint generated always as identity,
    change        text not null check (change in ('move', 'leave_out', 'take_back', 'add')),
    competency_id uuid not null,
    before_id     uuid,                        -- of a move: what it is to come before
    by            uuid not null,
    at            timestamptz not null,
    check ((change = 'move') = (before_id is not null))
);
create index on pathway.goal_change (goal_id, number);

-- What the student, the family and the school say about it.
create table pathway.goal_words (
    id          uuid primary key,
    district_id uuid not null,
    goal_id     uuid not null references pathway.goal,
    person_id   uuid not null,
    words       text not null check (length(words) between 1 and 2000),
    at          timestamptz not null
);
create index on pathway.goal_words (goal_id);

do $$
declare t text;
begin
    foreach t in array array['goal', 'goal_step', 'goal_change', 'goal_words'] loop
        execute format('alter table pathway.%I enable row level security', t);
        execute format('create policy same_district on pathway.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on pathway.%I to ownpath_app', t);
    end loop;
end $$;
