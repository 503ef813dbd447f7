-- Room: assessment. Item banks, the tests that draw on them, and every answer.
--
-- What a question says is never edited: a change is a new version, and an answer names the version that it answered.
-- A pool is what the released items of a bank were at one moment; a test draws on one pool from its first question to
-- its last, so that it can be taken up again anywhere from its answers alone.

create schema if not exists assessment;
grant usage on schema assessment to ownpath_app;

create type assessment.item_state as enum ('draft', 'released', 'retired');

create table assessment.bank (
    id          uuid primary key,
    district_id uuid not null,
    title       text not null,
    subject     text not null,
    about       text not null,
    open        boolean not null,              -- students may start a test of their own accord
    created_by  uuid not null,                 -- account
    created_at  timestamptz not null
);
create index on assessment.bank (district_id, title);

create table assessment.item (
    id             uuid primary key,
    district_id    uuid not null,
    bank_id        uuid not null references assessment.bank,
    label          text not null,
    competency_id  uuid not null,
    depth          text not null check (depth in ('recall', 'apply', 'create')),
    state          assessment.item_state not null,
    version        int not null check (version > 0),
    discrimination double precision not null check (discrimination > 0),
    difficulty     double precision not null,
    guessing       double precision not null check (guessing >= 0 and guessing < 1),
    calibrated_on  int not null default 0,     -- answers that the three numbers rest on; 0: a teacher's judgement
    created_at     timestamptz not null,
    unique (bank_id, label)
);
create index on assessment.item (district_id, competency_id) where state = 'released';

create table assessment.item_version (
    item_id     uuid not null references assessment.item,
    version     int not null,
    district_id uuid not null,
    kind        text not null,
    question    jsonb not null,
    written_by  uuid not null,                 -- account
    written_at  timestamptz not null,
    primary key (item_id, version)
);

create table assessment.pool (
    id          uuid primary key,
    district_id uuid not null,
    bank_id     uuid not null references assessment.bank,
    fingerprint text not null,
    made_at     timestamptz not null,
    unique (bank_id, fingerprint)
);

create table assessment.pool_item (
    pool_id        uuid not null references assessment.pool,
    place          int not null,
    district_id    uuid not null,
    item_id        uuid not null,
    version        int not null,
    competency_id  uuid not null,
    depth          text not null,
    discrimination double precision not null,
    difficulty     double precision not null,
    guessing       double precision not null,
    primary key (pool_id, place),
    foreign key (item_id, version) references assessment.item_version
);

create table assessment.test_offer (
    id           uuid primary key,
    district_id  uuid not null,
    bank_id      uuid not null references assessment.bank,
    group_id     uuid not null,
    title        text not null,
    competencies uuid[] not null,
    items        uuid[],                       -- a fixed test's questions in their order; null: adaptive
    minutes      int check (minutes > 0),      -- null: no timer
    offered_by   uuid not null,                -- person
    account_id   uuid not null,
    offered_at   timestamptz not null,
    closed_at    timestamptz
);
create index on assessment.test_offer (district_id, group_id);

create table assessment.attempt (
    id           uuid primary key,
    district_id  uuid not null,
    student_id   uuid not null,
    pool_id      uuid not null references assessment.pool,
    offer_id     uuid references assessment.test_offer,
    title        text not null,
    competencies uuid[] not null,
    items        uuid[],
    seed         bigint not null,
    started_at   timestamptz not null,
    until        timestamptz,                  -- null: no timer
    ended_at     timestamptz,
    end_reason   text,
    evidence_at  timestamptz,
    constraint ended_with_reason check ((ended_at is null) = (end_reason is null)),
    constraint evidence_after_end check (evidence_at is null or ended_at is not null)
);
create index on assessment.attempt (student_id, started_at desc);
create index on assessment.attempt (offer_id) where offer_id is not null;
-- One test of the same kind at a time, and one try at what a teacher offers.
create unique index attempt_one_running on assessment.attempt (student_id, competencies)
    where ended_at is null and offer_id is null;
create unique index attempt_one_of_offer on assessment.attempt (student_id, offer_id) where offer_id is not null;
create index attempt_without_evidence on assessment.attempt (district_id) where evidence_at is null;

create table assessment.response (
    attempt_id  uuid not null references assessment.attempt,
    number      int not null check (number > 0),
    district_id uuid not null,
    item_id     uuid not null,
    version     int not null,
    answer      jsonb not null,
    score       double precision check (score between 0 and 1), -- null: a person scores it
    answered_at timestamptz not null,
    primary key (attempt_id, number),
    unique (attempt_id, item_id)
);
create index on assessment.response (item_id);

create table assessment.response_score (
    attempt_id  uuid not null,
    number      int not null,
    district_id uuid not null,
    score       double precision not null check (score between 0 and 1),
    comment     text not null,
    scored_by   uuid not null,                 -- person
    scored_at   timestamptz not null,
    primary key (attempt_id, number),
    foreign key (attempt_id, number) references assessment.response
);

-- What follows a student into every test. The newest row holds.
create table assessment.accommodation (
    id          uuid primary key,
    district_id uuid not null,
    student_id  uuid not null,
    extra_time  int not null check (extra_time between 0 and 300), -- per cent
    larger_text boolean not null,
    untimed     boolean not null,
    reason      text not null,
    given_by    uuid not null,                 -- account
    given_at    timestamptz not null
);
create index on assessment.accommodation (student_id, given_at desc);

do $$
declare
    each text;
begin
    foreach each in array array['bank', 'item', 'item_version', 'pool', 'pool_item', 'test_offer', 'attempt',
            'response', 'response_score', 'accommodation'] loop
        execute format('alter table assessment.%I enable row level security', each);
        execute format('create policy same_district on assessment.%I '
            'using (district_id = (select access.current_district()))', each);
        execute format('grant select, insert on assessment.%I to ownpath_app', each);
    end loop;
end $$;

grant update (title, about, open) on assessment.bank to ownpath_app;
grant update (competency_id, depth, state, version, discrimination, difficulty, guessing, calibrated_on)
    on assessment.item to ownpath_app;
grant update (closed_at) on assessment.test_offer to ownpath_app;
grant update (ended_at, end_reason, evidence_at) on assessment.attempt to ownpath_app;
