-- Room: exchange. Learning records by xAPI. A statement is kept whole and never changed; what it can be asked for by stands
-- beside it as keys of 16 bytes: the first half of the SHA-256 of what it names.

create table exchange.statement (
    seq         bigint generated always as identity primary key,
    district_id uuid not null,
    id          uuid not null,
    stored_at   timestamptz not null default transaction_timestamp(),
    sent_by     uuid not null,                  -- the account of the program
    actor       uuid not null,
    verb        uuid not null,
    activity    uuid,                           -- null: its object is no activity
    registration uuid,
    refers_to   uuid,                           -- another statement, which is its object
    student_id  uuid,                           -- null: the actor is nobody on the roster
    body        jsonb not null,
    unique (district_id, id)
);
create index on exchange.statement (district_id, stored_at, seq);
create index on exchange.statement (district_id, actor, stored_at, seq);
create index on exchange.statement (district_id, verb, stored_at, seq);
create index on exchange.statement (district_id, activity, stored_at, seq) where activity is not null;
create index on exchange.statement (district_id, registration, stored_at, seq) where registration is not null;
create index on exchange.statement (district_id, sent_by, stored_at, seq);
create index on exchange.statement (district_id, refers_to) where refers_to is not null;
create index on exchange.statement (student_id) where student_id is not null;
alter table exchange.statement enable row level security;
create policy same_district on exchange.statement using (district_id = (select access.current_district()));
grant select, insert on exchange.statement to ownpath_app;

-- What else a statement names, and what the statement names that it refers to.
create table exchange.statement_mention (
    district_id uuid not null,
    kind        smallint not null check (kind between 1 and 6),
    key         uuid not null,
    stored_at   timestamptz not null,
    seq         bigint not null references exchange.statement on delete cascade,
    primary key (district_id, kind, key, stored_at, seq)
);
create index on exchange.statement_mention (seq);
alter table exchange.statement_mention enable row level security;
create policy same_district on exchange.statement_mention using (district_id = (select access.current_district()));
grant select, insert on exchange.statement_mention to ownpath_app;

-- A statement may be voided before it comes.
create table exchange.voiding (
    district_id  uuid not null,
    statement_id uuid not null,
    voided_by    uuid not null,
    primary key (district_id, statement_id)
);
alter table exchange.voiding enable row level security;
create policy same_district on exchange.voiding using (district_id = (select access.current_district()));
grant select, insert on exchange.voiding to ownpath_app;

create table exchange.statement_attachment (
    district_id  uuid not null,
    sha2         text not null,
    content      bytea not null,
    primary key (district_id, sha2)
);
alter table exchange.statement_attachment alter column content set storage external;
alter table exchange.statement_attachment enable row level security;
create policy same_district on exchange.statement_attachment using (district_id = (select access.current_district()));
grant select, insert on exchange.statement_attachment to ownpath_app;

-- What was last said about an activity.
create table exchange.known_activity (
    district_id uuid not null,
    iri         text not null,
    definition  jsonb not null,
    primary key (district_id, iri)
);
alter table exchange.known_activity enable row level security;
create policy same_district on exchange.known_activity using (district_id = (select access.current_district()));
grant select, insert, update on exchange.known_activity to ownpath_app;

-- States and profiles: documents that programs keep here.
create table exchange.learning_document (
    district_id  uuid not null,
    kind         text not null check (kind in ('state', 'activity', 'agent')),
    activity     text,                          -- null: about an agent alone
    agent        uuid,                          -- null: about an activity alone
    registration uuid,
    name         text not null,
    content_type text not null,
    content      bytea not null,
    etag         text not null,
    updated_at   timestamptz not null,
    sent_by      uuid not null,
    student_id   uuid,
    unique nulls not distinct (district_id, kind, activity, agent, registration, name)
);
create index on exchange.learning_document (student_id) where student_id is not null;
alter table exchange.learning_document enable row level security;
create policy same_district on exchange.learning_document using (district_id = (select access.current_district()));
grant select, insert, update, delete on exchange.learning_document to ownpath_app;

create function exchange.forget_learning_records(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.statement where student_id = whom and district_id = access.current_district();
    delete from exchange.learning_document where student_id = whom and district_id = access.current_district();
$$;
revoke execute on function exchange.forget_learning_records(uuid) from public;
grant execute on function exchange.forget_learning_records(uuid) to ownpath_app;

-- A token that opens the door of learning records and no other.
alter table access.api_token drop constraint api_token_scopes_check;
alter table access.api_token add constraint api_token_scopes_check
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'record', 'statements']);

-- What programs were refused: the last of each, for whoever keeps them.
create table exchange.refused_request (
    seq         bigint generated always as identity primary key,
    district_id uuid not null,
    sent_by     uuid not null,
    refused_at  timestamptz not null,
    what        text not null,
    why         text not null
);
create index on exchange.refused_request (sent_by, seq);
create index on exchange.refused_request (district_id, seq);
alter table exchange.refused_request enable row level security;
create policy same_district on exchange.refused_request using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.refused_request to ownpath_app;
