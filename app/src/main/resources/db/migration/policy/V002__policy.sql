-- Room: policy. Rules of mastery as versioned, effective-dated data; a version is never edited.

create schema policy;
grant usage on schema policy to ownpath_app;

create table policy.rule_version (
    id             uuid primary key,
    district_id    uuid not null,
    subject        text,                       -- null: the whole district
    title          text not null,
    rule           jsonb not null,
    effective_from timestamptz not null,
    adopted_by     uuid not null,
    adopted_at     timestamptz not null,
    reason         text not null
);
create index on policy.rule_version (district_id, subject, effective_from desc);
alter table policy.rule_version enable row level security;
create policy same_district on policy.rule_version using (district_id = (select access.current_district()));
grant select, insert on policy.rule_version to ownpath_app;
