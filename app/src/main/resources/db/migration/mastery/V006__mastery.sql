-- Room: mastery. Judgements: what the ledger says under the rule in force. Dropped and rebuilt at will.

create schema mastery;
grant usage on schema mastery to ownpath_app;

create type mastery.state as enum ('no_evidence', 'too_little_evidence', 'not_yet', 'mastered', 'needs_refresh');

create table mastery.judgement (
    district_id     uuid not null,
    student_id      uuid not null,
    competency_id   uuid not null,
    state           mastery.state not null,
    value           double precision,
    pieces          int not null,
    seen            int not null,              -- entries of the ledger that it was made from
    seen_before     int not null,              -- those that the judgement before it must have been made from
    mastered_at     timestamptz,               -- when the standing mastery was first shown
    last_shown_at   timestamptz,
    fresh_until     timestamptz,               -- mastered turns into needs_refresh after this instant
    rule_version_id uuid,
    engine_version  text not null,
    judged_at       timestamptz not null,
    primary key (student_id, competency_id)
) with (fillfactor = 85);
alter table mastery.judgement enable row level security;
create policy same_district on mastery.judgement using (district_id = (select access.current_district()));
grant select, insert, update, delete on mastery.judgement to ownpath_app;

-- How often a student's judgements have changed, so that copies of them in memory know when they are old.
create table mastery.student (
    student_id  uuid primary key,
    district_id uuid not null,
    changes     bigint not null
) with (fillfactor = 50);
alter table mastery.student enable row level security;
create policy same_district on mastery.student using (district_id = (select access.current_district()));
grant select, insert, update, delete on mastery.student to ownpath_app;
