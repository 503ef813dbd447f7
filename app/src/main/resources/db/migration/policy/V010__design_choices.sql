-- Room: policy. Settings of the ten design choices as they were adopted; nothing adopted is ever edited.

-- One decision: settings that take effect together, from when, by whom and why.
create table policy.adoption (
    id             uuid primary key,
    district_id    uuid not null,
    effective_from timestamptz not null,
    adopted_by     uuid not null,
    adopted_at     timestamptz not null,
    reason         text not null
);
create index on policy.adoption (district_id, effective_from);

create table policy.adopted_setting (
    id          uuid primary key,
    district_id uuid not null,
    adoption_id uuid not null references policy.adoption,
    setting     text not null,                 -- its id in the catalogue: "structure.working-level"
    scope       text not null,                 -- "district", "school:<id>", "subject:<name>", "student:<id>"
    value       jsonb,                         -- null: as the broader scope has it, from then on
    locked      boolean not null,              -- whether narrower scopes have to follow
    unique (adoption_id, setting, scope)
);
create index on policy.adopted_setting (district_id, setting);

-- A rule of mastery is adopted like a setting, and may be for a level or a single competency as well.
alter table policy.rule_version
    add column adoption_id uuid references policy.adoption,
    add column scope text,
    add column locked boolean not null default false,
    add column ended boolean not null default false;    -- whether the broader rule holds again from then on
insert into policy.adoption (id, district_id, effective_from, adopted_by, adopted_at, reason)
    select id, district_id, effective_from, adopted_by, adopted_at, reason from policy.rule_version;
update policy.rule_version set adoption_id = id, scope = coalesce('subject:' || subject, 'district');
alter table policy.rule_version
    alter column adoption_id set not null,
    alter column scope set not null,
    drop column subject,
    drop column effective_from,
    drop column adopted_by,
    drop column adopted_at,
    drop column reason;
create index on policy.rule_version (adoption_id);

-- What somebody has collected and not adopted yet.
create table policy.draft (
    account_id  uuid primary key,
    district_id uuid not null,
    choices     jsonb not null,
    changed_at  timestamptz not null
);
alter table policy.draft enable row level security;
create policy same_district on policy.draft using (district_id = (select access.current_district()));
grant select, insert, update, delete on policy.draft to ownpath_app;

do $$
declare t text;
begin
    foreach t in array array['adoption', 'adopted_setting'] loop
        execute format('alter table policy.%I enable row level security', t);
        execute format('create policy same_district on policy.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on policy.%I to ownpath_app', t);
    end loop;
end $$;
