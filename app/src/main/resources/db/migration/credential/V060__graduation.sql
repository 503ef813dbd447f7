-- Room: credential. What graduating takes, as versioned, effective-dated data; a plan is never edited.

create schema credential;
grant usage on schema credential to ownpath_app;

create table credential.graduation_plan (
    id             uuid primary key,
    district_id    uuid not null,
    title          text not null,
    effective_from date not null,
    adopted_by     uuid not null,
    adopted_at     timestamptz not null,
    reason         text not null
);
create index on credential.graduation_plan (district_id, effective_from desc);
alter table credential.graduation_plan enable row level security;
create policy same_district on credential.graduation_plan using (district_id = (select access.current_district()));
grant select, insert on credential.graduation_plan to ownpath_app;

create table credential.graduation_requirement (
    plan_id       uuid not null references credential.graduation_plan,
    position      int not null,
    district_id   uuid not null,
    title         text not null,
    subject       text,                        -- null: any academic subject
    lowest_level  int not null check (lowest_level between 0 and 12),
    highest_level int not null check (highest_level between lowest_level and 12),
    needed        int not null check (needed > 0),
    depth         text,                        -- null: at any depth
    form          text,                        -- null: in any form
    primary key (plan_id, position)
);
alter table credential.graduation_requirement enable row level security;
create policy same_district on credential.graduation_requirement
    using (district_id = (select access.current_district()));
grant select, insert on credential.graduation_requirement to ownpath_app;
