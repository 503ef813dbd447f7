-- Room: mastery. Adoptions of rules under which everything has been judged again; the others that are in force are due.

create table mastery.caught_up (
    adoption_id uuid primary key,
    district_id uuid not null,
    at          timestamptz not null
);
alter table mastery.caught_up enable row level security;
create policy same_district on mastery.caught_up using (district_id = (select access.current_district()));
grant select, insert on mastery.caught_up to ownpath_app;
