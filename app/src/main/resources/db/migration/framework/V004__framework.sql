-- Room: framework. Competencies, levels, scales and prerequisites, published edition by edition.

create schema framework;
grant usage on schema framework to ownpath_app;

create table framework.framework (
    id           uuid primary key,
    district_id  uuid not null,
    source_id    text not null,                -- CASE document identifier, or a slug of the title
    title        text not null,
    publisher    text,
    source_uri   text,
    notice       text,                         -- copyright or licence line that must be shown
    scale        jsonb not null,               -- {"name", "levels": [{"value", "name"}], "mastery"}
    in_use       boolean not null,             -- shown on students' paths and in grids
    created_at   timestamptz not null,
    unique (district_id, source_id)
);

create table framework.edition (
    id           uuid primary key,
    framework_id uuid not null references framework.framework,
    district_id  uuid not null,
    number       int not null check (number > 0),
    published_at timestamptz not null,
    published_by uuid not null,
    content_hash text not null,
    document     jsonb not null,               -- the whole edition as published, never edited
    unique (framework_id, number)
);

create table framework.competency (
    id             uuid primary key,
    framework_id   uuid not null references framework.framework,
    district_id    uuid not null,
    source_id      text not null,              -- CASE item identifier, or the code in a CSV
    code           text,
    subject        text not null,
    strand         text,
    level          smallint check (level between 0 and 12),  -- 0 is kindergarten; null where the source gives none
    title          text not null,
    statement      text not null,
    descriptions   text[] not null default '{}',             -- one for each scale level, lowest first
    position       int not null,
    parent_source  text,
    assessable     boolean not null,           -- false for headings that only group others
    edition_number int not null,               -- the edition that last changed it
    retired_in     int,                        -- the edition that dropped it
    unique (framework_id, source_id)
);
create index on framework.competency (district_id, framework_id);

create table framework.prerequisite (
    framework_id uuid not null references framework.framework,
    district_id  uuid not null,
    before_id    uuid not null references framework.competency,
    after_id     uuid not null references framework.competency,
    primary key (after_id, before_id),
    check (before_id <> after_id)
);

do $$
declare t text;
begin
    foreach t in array array['framework', 'edition', 'competency', 'prerequisite'] loop
        execute format('alter table framework.%I enable row level security', t);
        execute format('create policy same_district on framework.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on framework.%I to ownpath_app', t);
    end loop;
end $$;
grant update on framework.framework, framework.competency to ownpath_app;
grant delete on framework.prerequisite to ownpath_app;
