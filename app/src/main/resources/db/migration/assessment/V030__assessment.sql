-- Room: assessment. Tasks with rubrics, and students' demonstrations from the request to the result.

create schema assessment;
grant usage on schema assessment to ownpath_app;

-- A task of the library. Versions that ask the same of other material are parallel: they share a family.
create table assessment.task (
    id          uuid primary key,
    district_id uuid not null,
    family_id   uuid not null,
    cloned_from uuid,
    owner_id    uuid not null,                 -- person
    created_at  timestamptz not null,
    shared_at   timestamptz,                   -- with the whole school
    retired_at  timestamptz
);
create index on assessment.task (district_id, family_id);
alter table assessment.task enable row level security;
create policy same_district on assessment.task using (district_id = (select access.current_district()));
grant select, insert on assessment.task to ownpath_app;
grant update (shared_at, retired_at) on assessment.task to ownpath_app;

-- What a task says. It is never edited: what was scored stays as it was when it was shown.
create table assessment.task_edition (
    task_id      uuid not null references assessment.task,
    number       int not null check (number > 0),
    district_id  uuid not null,
    title        text not null,
    instructions text not null,
    resources    text not null,
    form         text not null,
    depth        text not null,
    competencies uuid[] not null,
    rubric       jsonb not null,
    written_by   uuid not null,                -- person
    written_at   timestamptz not null,
    primary key (task_id, number)
);
alter table assessment.task_edition enable row level security;
create policy same_district on assessment.task_edition using (district_id = (select access.current_district()));
grant select, insert on assessment.task_edition to ownpath_app;

-- One student shows what they know once: asked for, agreed, handed in, scored.
create table assessment.demonstration (
    id            uuid primary key,
    district_id   uuid not null,
    student_id    uuid not null,
    competencies  uuid[] not null check (cardinality(competencies) > 0),
    way           text not null,
    title         text not null,
    task_id       uuid,
    task_edition  int,
    note          text not null,               -- what the student says or proposes
    practised     text not null,               -- what was done since the last try
    retry_of      uuid,
    meets_at      timestamptz,                 -- wished for, then agreed; null: as soon as it is handed in
    assessor_id   uuid not null,               -- person
    second_id     uuid,                        -- a second scorer, who does not see the first
    stage         text not null,
    asked_at      timestamptz not null,
    changed_at    timestamptz not null,
    foreign key (task_id, task_edition) references assessment.task_edition
);
create index on assessment.demonstration (district_id, student_id, asked_at desc);
create index on assessment.demonstration (district_id, assessor_id, stage);
create index on assessment.demonstration (district_id, second_id) where second_id is not null;
alter table assessment.demonstration enable row level security;
create policy same_district on assessment.demonstration using (district_id = (select access.current_district()));
grant select, insert on assessment.demonstration to ownpath_app;
grant update (meets_at, assessor_id, second_id, stage, changed_at) on assessment.demonstration to ownpath_app;

-- What happened to a demonstration, by whom and in which words.
create table assessment.step (
    id               uuid primary key,
    district_id      uuid not null,
    demonstration_id uuid not null references assessment.demonstration,
    at               timestamptz not null,
    by_id            uuid not null,            -- person
    move             text not null,
    words            text not null,
    meets_at         timestamptz
);
create index on assessment.step (demonstration_id, at);
alter table assessment.step enable row level security;
create policy same_district on assessment.step using (district_id = (select access.current_district()));
grant select, insert on assessment.step to ownpath_app;

-- What the student hands in. Until it is scored it can be handed in again; the last one counts.
create table assessment.work (
    id               uuid primary key,
    district_id      uuid not null,
    demonstration_id uuid not null references assessment.demonstration,
    at               timestamptz not null,
    body             text not null,
    link             text not null,
    artifacts        text[] not null           -- SHA-256 of each, in hexadecimal
);
create index on assessment.work (demonstration_id, at desc);
alter table assessment.work enable row level security;
create policy same_district on assessment.work using (district_id = (select access.current_district()));
grant select, insert on assessment.work to ownpath_app;

-- One scorer's marks. The one that decides has a piece of evidence.
create table assessment.score (
    id               uuid primary key,
    district_id      uuid not null,
    demonstration_id uuid not null references assessment.demonstration,
    part             text not null check (part in ('first', 'second', 'moderated', 'outside')),
    scorer_id        uuid not null,            -- person, or the link of an outside assessor
    scorer_name      text not null,
    at               timestamptz not null,
    marks            jsonb not null,
    feedback         text not null,
    next_step        text not null,
    practice_first   boolean not null,
    depth            text not null,
    context          text not null,
    piece_id         uuid,
    unique (demonstration_id, part)
);
create index on assessment.score (piece_id) where piece_id is not null;
alter table assessment.score enable row level security;
create policy same_district on assessment.score using (district_id = (select access.current_district()));
grant select, insert on assessment.score to ownpath_app;

-- What a teacher writes again and again.
create table assessment.comment (
    id          uuid primary key,
    district_id uuid not null,
    owner_id    uuid not null,                 -- person
    words       text not null,
    kept_at     timestamptz not null,
    unique (district_id, owner_id, words)
);
alter table assessment.comment enable row level security;
create policy same_district on assessment.comment using (district_id = (select access.current_district()));
grant select, insert, delete on assessment.comment to ownpath_app;
