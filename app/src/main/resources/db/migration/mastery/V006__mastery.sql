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
