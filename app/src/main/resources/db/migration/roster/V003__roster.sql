-- Room: roster. People, groups and who belongs where. Names live here and nowhere else.

create schema roster;
grant usage on schema roster to ownpath_app;

-- Every table keeps the source that a row came from (a student information system, a spreadsheet) and its key there,
-- so that a full import replaces what the same source said before and touches nothing else.

create table roster.school (
    id          uuid primary key,
    district_id uuid not null,
    source      text not null,
    source_id   text not null,
    active      boolean not null,
    name        text not null,
    kind        text not null,
    unique (district_id, source, source_id)
);

create table roster.person (
    id          uuid primary key,
    district_id uuid not null,
    source      text not null,
    source_id   text not null,
    active      boolean not null,
    given_name  text not null,
    family_name text not null,
    email       text,
    birth_date  date,
    grade_label text,                          -- an administrative label: never enters a mastery decision
    roles       text[] not null check (roles <@ array['student', 'teacher', 'leader', 'family', 'administrator']),
    unique (district_id, source, source_id)
);
create index on roster.person (district_id, family_name, given_name);

create table roster.study_group (
    id          uuid primary key,
    district_id uuid not null,
    source      text not null,
    source_id   text not null,
    active      boolean not null,
    school_id   uuid references roster.school,
    name        text not null,
    kind        text not null check (kind in ('class', 'advisory', 'cohort')),
    subject     text,                          -- several are separated by '/'
    unique (district_id, source, source_id)
);

create table roster.membership (
    id          uuid primary key,
    district_id uuid not null,
    source      text not null,
    source_id   text not null,
    active      boolean not null,
    group_id    uuid not null references roster.study_group,
    person_id   uuid not null references roster.person,
    role        text not null check (role in ('student', 'teacher')),
    from_date   date,
    to_date     date,
    unique (district_id, source, source_id)
);
create index on roster.membership (person_id, role);
create index on roster.membership (group_id, role);

create table roster.guardianship (
    id           uuid primary key,
    district_id  uuid not null,
    source       text not null,
    source_id    text not null,
    active       boolean not null,
    guardian_id  uuid not null references roster.person,
    student_id   uuid not null references roster.person,
    relationship text not null,
    unique (district_id, source, source_id)
);
create index on roster.guardianship (guardian_id);
create index on roster.guardianship (student_id);

do $$
declare t text;
begin
    foreach t in array array['school', 'person', 'study_group', 'membership', 'guardianship'] loop
        execute format('alter table roster.%I enable row level security', t);
        execute format('create policy same_district on roster.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert, update on roster.%I to ownpath_app', t);
    end loop;
end $$;
