-- Room: insight. What a simulation of batch promotion beside advancement upon mastery gave, and when.

create schema if not exists insight;
grant usage on schema insight to ownpath_app;

create table insight.projection (
    id           uuid primary key,
    district_id  uuid not null,
    subject      text not null,
    state        text not null check (state in ('running', 'done', 'cancelled', 'failed')),
    requested_by uuid not null,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    done         bigint not null default 0,
    total        bigint not null default 0,
    problem      text,
    result       jsonb
);
create index on insight.projection (district_id, subject, requested_at desc);
create unique index one_at_a_time on insight.projection (district_id, subject) where state = 'running';
alter table insight.projection enable row level security;
create policy same_district on insight.projection using (district_id = (select access.current_district()));
grant select, insert, update on insight.projection to ownpath_app;
