-- Room: exchange. Which statements of other programs become evidence, and what became of each.

create table exchange.evidence_rule (
    id            uuid primary key,
    district_id   uuid not null,
    name          text not null,
    verb          text not null,
    activity      text not null,               -- an IRI, or the beginning of one and an asterisk
    competency_id uuid,                        -- null: the statement names it
    measure       text not null check (measure in ('score', 'success', 'completion')),
    steps         jsonb not null,              -- from which measure on it is rated how
    form          text not null,
    depth         text not null,
    context       text not null,
    purpose       text not null,
    made_by       uuid not null,
    made_at       timestamptz not null,
    ended_at      timestamptz                  -- null: in force
);
create index on exchange.evidence_rule (district_id);
alter table exchange.evidence_rule enable row level security;
create policy same_district on exchange.evidence_rule using (district_id = (select access.current_district()));
grant select, insert on exchange.evidence_rule to ownpath_app;
grant update (ended_at) on exchange.evidence_rule to ownpath_app;

-- Noted together with the statement, so that none is missed when the product is killed in between.
create table exchange.statement_to_weigh (
    district_id  uuid not null,
    rule_id      uuid not null references exchange.evidence_rule,
    statement_id uuid not null,
    tries        integer not null default 0,
    primary key (rule_id, statement_id)
);
create index on exchange.statement_to_weigh (district_id);
create index on exchange.statement_to_weigh (statement_id);
alter table exchange.statement_to_weigh enable row level security;
create policy same_district on exchange.statement_to_weigh using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.statement_to_weigh to ownpath_app;
grant update (tries) on exchange.statement_to_weigh to ownpath_app;

create table exchange.rule_outcome (
    district_id  uuid not null,
    rule_id      uuid not null references exchange.evidence_rule,
    statement_id uuid not null,
    student_id   uuid,                         -- null: nobody on the roster
    piece_id     uuid,                         -- null: it is no evidence
    why          text not null,
    weighed_at   timestamptz not null,
    withdrawn_at timestamptz,                  -- null: it stands
    primary key (rule_id, statement_id),
    check (piece_id is not null or withdrawn_at is null)
);
create index on exchange.rule_outcome (district_id, weighed_at);
create index on exchange.rule_outcome (statement_id) where piece_id is not null and withdrawn_at is null;
create index on exchange.rule_outcome (student_id) where student_id is not null;
alter table exchange.rule_outcome enable row level security;
create policy same_district on exchange.rule_outcome using (district_id = (select access.current_district()));
grant select, insert on exchange.rule_outcome to ownpath_app;
grant update (withdrawn_at) on exchange.rule_outcome to ownpath_app;

create function exchange.forget_rule_outcomes(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.rule_outcome where student_id = whom and district_id = access.current_district();
$$;
revoke execute on function exchange.forget_rule_outcomes(uuid) from public;
grant execute on function exchange.forget_rule_outcomes(uuid) to ownpath_app;
