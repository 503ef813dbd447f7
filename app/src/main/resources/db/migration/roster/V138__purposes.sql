-- Room: roster. What a student's name and work may be used for, purpose by purpose: whether the district needs a yes
-- first, and what the family, or a student of age, has said. Nothing is edited; the newest row counts. And since when
-- somebody is on the roster no more.

create table roster.purpose_rule (
    id          uuid primary key,
    district_id uuid not null,
    purpose     text not null check (purpose in ('directory', 'outside_assessor')),
    needs_yes   boolean not null,
    given_by    uuid not null,
    given_at    timestamptz not null
);
create index on roster.purpose_rule (district_id, purpose, given_at desc);

create table roster.purpose_consent (
    id          uuid primary key,
    district_id uuid not null,
    student_id  uuid not null references roster.person,
    purpose     text not null check (purpose in ('directory', 'outside_assessor')),
    allowed     boolean not null,
    given_by    uuid not null,
    given_at    timestamptz not null
);
create index on roster.purpose_consent (student_id, purpose, given_at desc);

do $$
declare t text;
begin
    foreach t in array array['purpose_rule', 'purpose_consent'] loop
        execute format('alter table roster.%I enable row level security', t);
        execute format('create policy same_district on roster.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on roster.%I to ownpath_app', t);
    end loop;
end $$;

alter table roster.person add column left_at timestamptz;
update roster.person set left_at = now() where not active;
create function roster.note_leaving() returns trigger language plpgsql set search_path = '' as $$
begin
    new.left_at := case when new.active then null else coalesce(old.left_at, now()) end;
    return new;
end $$;
create trigger leaving before update of active on roster.person
    for each row when (old.active is distinct from new.active) execute function roster.note_leaving();
