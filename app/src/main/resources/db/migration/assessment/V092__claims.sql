-- Room: assessment. What a student claims to have learnt or earned elsewhere: where, when, and what there is to show of it.

create table assessment.claim (
    demonstration_id uuid primary key references assessment.demonstration,
    district_id      uuid not null,
    place            text not null,
    learnt_on        date not null,
    artifacts        text[] not null           -- SHA-256 of each, in hexadecimal
);
alter table assessment.claim enable row level security;
create policy same_district on assessment.claim using (district_id = (select access.current_district()));
grant select, insert on assessment.claim to ownpath_app;
