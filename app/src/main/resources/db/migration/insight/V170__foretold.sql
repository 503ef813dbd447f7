-- Room: insight. What other answers to settings would change: the figures, and for whom what would be another.

alter table insight.replay add column foretold jsonb not null default '[]'; -- counts only, nobody's name or id

-- Students for whom something would be another. Those for whom nothing would are left out.
create table insight.replay_choice (
    district_id uuid not null,
    replay_id   uuid not null references insight.replay on delete cascade,
    topic       text not null,
    student_id  uuid not null,
    subject     text not null,                 -- empty where it is about no single one
    today       text not null,
    drafted     text not null,
    primary key (replay_id, topic, student_id, subject)
);

alter table insight.replay_choice enable row level security;
create policy same_district on insight.replay_choice using (district_id = (select access.current_district()));
grant select, insert, delete on insight.replay_choice to ownpath_app;
