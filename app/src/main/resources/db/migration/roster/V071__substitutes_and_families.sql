-- Room: roster. Who stands in for a teacher and until when, and which guardians may not see a student and since when.
-- What was said is never edited: it ends, and who ended it stays.

create table roster.substitution (
    id          uuid primary key,
    district_id uuid not null,
    group_id    uuid not null references roster.study_group,
    person_id   uuid not null references roster.person,
    from_day    date not null,
    until_day   date not null check (until_day >= from_day),
    reason      text not null,
    given_by    uuid not null,
    given_at    timestamptz not null,
    ended_by    uuid,
    ended_at    timestamptz
);
create index on roster.substitution (person_id);
create index on roster.substitution (group_id);

create table roster.restriction (
    id          uuid primary key,
    district_id uuid not null,
    guardian_id uuid not null references roster.person,
    student_id  uuid not null references roster.person,
    from_day    date not null,
    until_day   date check (until_day >= from_day),
    reason      text not null,
    given_by    uuid not null,
    given_at    timestamptz not null,
    ended_by    uuid,
    ended_at    timestamptz
);
create index on roster.restriction (student_id, guardian_id);

-- At which age a student decides who of the family may see; the newest row counts, and no age means never.
create table roster.coming_of_age (
    id          uuid primary key,
    district_id uuid not null,
    years       int check (years between 13 and 25),
    given_by    uuid not null,
    given_at    timestamptz not null
);

-- A student of age lets the family see; it ends when it is taken back.
create table roster.consent (
    id          uuid primary key,
    district_id uuid not null,
    student_id  uuid not null references roster.person,
    given_at    timestamptz not null,
    ended_at    timestamptz
);
create index on roster.consent (student_id);

do $$
declare t text;
begin
    foreach t in array array['substitution', 'restriction', 'coming_of_age', 'consent'] loop
        execute format('alter table roster.%I enable row level security', t);
        execute format('create policy same_district on roster.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on roster.%I to ownpath_app', t);
    end loop;
end $$;
grant update (ended_by, ended_at) on roster.substitution, roster.restriction to ownpath_app;
grant update (ended_at) on roster.consent to ownpath_app;

create function roster.today() returns date
    language sql stable parallel safe
    return (now() at time zone 'utc')::date;
grant execute on function roster.today() to ownpath_app;

-- Who teaches a group today: its teachers, and whoever stands in for them.
create view roster.teaching with (security_invoker = true) as
    select m.group_id, m.person_id from roster.membership m where m.role = 'teacher' and m.active
    union all
    select s.group_id, s.person_id from roster.substitution s
    where s.ended_at is null and roster.today() between s.from_day and s.until_day;

-- The age at which the district lets students decide, today.
create view roster.age_of_consent with (security_invoker = true) as
    select years from roster.coming_of_age order by given_at desc, id desc limit 1;

-- Who may see a student as family today: guardians without a restriction, of students who are not of age or let them.
create view roster.caring with (security_invoker = true) as
    select k.guardian_id, k.student_id from roster.guardianship k join roster.person p on p.id = k.student_id
    where k.active
      and not exists (
          select from roster.restriction r
          where r.guardian_id = k.guardian_id and r.student_id = k.student_id and r.ended_at is null
            and roster.today() >= r.from_day and (r.until_day is null or roster.today() <= r.until_day))
      and (not exists (
               select from roster.age_of_consent a where p.birth_date + make_interval(years => a.years) <= roster.today())
           or exists (select from roster.consent c where c.student_id = k.student_id and c.ended_at is null));

grant select on roster.teaching, roster.age_of_consent, roster.caring to ownpath_app;
