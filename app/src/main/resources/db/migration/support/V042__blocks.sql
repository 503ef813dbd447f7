-- Flexible groups for a block of time: proposed, put right by hand, published, attended, dissolved.

create table support.block (
    id          uuid primary key,
    district_id uuid not null,
    title       text not null check (length(title) between 1 and 120),
    subject     text not null,
    held_on     date not null,
    from_time   time not null,
    to_time     time not null,
    seats       int not null check (seats between 1 and 60),
    told        text[] not null,               -- what whoever proposed it should know, such as wishes that cannot be kept
    made_by     uuid not null,
    made_at     timestamptz not null,
    check (to_time > from_time)
);
create index on support.block (district_id, held_on desc);

create table support.block_group (
    id            uuid primary key,
    district_id   uuid not null,
    block_id      uuid not null references support.block,
    place         int not null,
    competency_id uuid not null,
    room          text not null,
    teacher_id    uuid not null,
    unique (block_id, place)
);

-- Where each student is; without a group: left over. Changed by hand until it is published.
create table support.block_student (
    block_id    uuid not null references support.block,
    district_id uuid not null,
    student_id  uuid not null,
    group_id    uuid references support.block_group,
    attendance  text check (attendance in ('present', 'absent', 'excused')),
    primary key (block_id, student_id)
);
create index on support.block_student (student_id);

create table support.block_step (
    block_id    uuid not null references support.block,
    district_id uuid not null,
    step        text not null check (step in ('published', 'dissolved')),
    by_person   uuid not null,
    at          timestamptz not null,
    primary key (block_id, step)
);

do $$
declare t text;
begin
    foreach t in array array['block', 'block_group', 'block_student', 'block_step'] loop
        execute format('alter table support.%I enable row level security', t);
        execute format('create policy same_district on support.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on support.%I to ownpath_app', t);
    end loop;
end $$;
grant update (group_id, attendance) on support.block_student to ownpath_app;
