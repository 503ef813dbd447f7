-- Since when a framework has been in use or kept for reference, so that paths can be read as they stood on a day.

create table framework.usage (
    framework_id uuid not null references framework.framework,
    district_id  uuid not null,
    in_use       boolean not null,
    since        timestamptz not null
);
create index on framework.usage (framework_id, since);

insert into framework.usage (framework_id, district_id, in_use, since)
select id, district_id, in_use, created_at from framework.framework;

alter table framework.usage enable row level security;
create policy same_district on framework.usage using (district_id = (select access.current_district()));
grant select, insert on framework.usage to ownpath_app;
