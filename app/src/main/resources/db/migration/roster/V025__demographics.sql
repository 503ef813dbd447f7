-- What a source tells of students so that outcomes can be told by subgroup. Optional, and read for counting only.

create table roster.demographics (
    id                    uuid primary key,
    district_id           uuid not null,
    source                text not null,
    source_id             text not null,
    active                boolean not null,
    student_id            uuid not null references roster.person,
    sex                   text check (sex in ('female', 'male', 'other')),
    ethnicity             text check (ethnicity in ('hispanic', 'american-indian', 'asian', 'black',
                                                    'pacific-islander', 'white', 'two-or-more')),
    english_learner       text check (english_learner in ('yes', 'no')),
    economic_disadvantage text check (economic_disadvantage in ('yes', 'no')),
    unique (district_id, source, source_id)
);
alter table roster.demographics enable row level security;
create policy same_district on roster.demographics using (district_id = (select access.current_district()));
grant select, insert, update on roster.demographics to ownpath_app;
