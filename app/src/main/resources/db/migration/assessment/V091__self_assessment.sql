-- Room: assessment. Where students see their work themselves, by the rubric. It stands beside the score and never enters it.

create table assessment.self_assessment (
    demonstration_id uuid primary key references assessment.demonstration,
    district_id      uuid not null,
    marks            jsonb not null,
    said_at          timestamptz not null
);
alter table assessment.self_assessment enable row level security;
create policy same_district on assessment.self_assessment using (district_id = (select access.current_district()));
grant select, insert on assessment.self_assessment to ownpath_app;
grant update (marks, said_at) on assessment.self_assessment to ownpath_app;
