-- Room: evidence. The ledger: one row says that one student showed one competency once.
--
-- A piece of evidence (piece_id, chosen by whoever sends it, so that sending twice stores once) may rate many
-- students and many competencies: a row for each pair. Nothing is updated or deleted: a withdrawal or a
-- correction is a row that names the piece it replaces.

create schema evidence;
grant usage on schema evidence to ownpath_app, ownpath_bulk;

create type evidence.kind as enum ('evidence', 'withdrawal');
create type evidence.form as enum ('test', 'performance_task', 'project', 'portfolio', 'observation',
    'outside_credential', 'prior_learning', 'self_assessment', 'professional_judgement');
create type evidence.depth as enum ('recall', 'apply', 'create');
create type evidence.context as enum ('class', 'home', 'online', 'internship', 'summer', 'game', 'tutoring',
    'community');
create type evidence.purpose as enum ('formative', 'summative');
create type evidence.result as enum ('rated', 'missed', 'excused');

create table evidence.entry (
    district_id   uuid not null,
    student_id    uuid not null,
    competency_id uuid not null,
    piece_id      uuid not null,
    edition_id    uuid not null,
    observer_id   uuid not null,               -- person who saw it
    recorded_by   uuid not null,               -- account that typed or sent it
    shown_at      timestamptz not null,
    recorded_at   timestamptz not null,
    rating        double precision,
    kind          evidence.kind not null,
    form          evidence.form not null,
    depth         evidence.depth not null,
    context       evidence.context not null,
    purpose       evidence.purpose not null,
    result        evidence.result not null,
    replaces      uuid,                        -- the piece that this row corrects or withdraws
    import_id     uuid,
    task          text,
    note          text,
    reason        text,
    artifacts     text[],                      -- SHA-256 of each, in hexadecimal
    primary key (student_id, competency_id, piece_id),
    constraint rated_has_rating check ((result = 'rated') = (rating is not null) or kind = 'withdrawal'),
    constraint replacement_has_reason check ((replaces is null) = (reason is null)),
    constraint withdrawal_replaces check (kind <> 'withdrawal' or replaces is not null),
    constraint recorded_after_shown check (recorded_at >= shown_at - interval '1 day'),
    -- COPY is refused on tables under row-level security, so bulk loading runs as ownpath_bulk, which bypasses
    -- the policy below: this keeps it inside the district all the same.
    constraint within_district check (district_id = access.current_district() or current_user = 'ownpath_owner')
) partition by hash (student_id);

do $$
begin
    for i in 0..7 loop
        execute format('create table evidence.entry_%s partition of evidence.entry '
            'for values with (modulus 8, remainder %s)', i, i);
        -- reached through the parent only: a partition by itself is closed to the application
        execute format('alter table evidence.entry_%s enable row level security', i);
    end loop;
end $$;

-- One replacement for each row that is replaced: two people who correct the same piece cannot both win.
create unique index entry_replaced_once on evidence.entry (student_id, competency_id, replaces)
    where replaces is not null;
create index entry_piece on evidence.entry (piece_id);
create index entry_recorded on evidence.entry using brin (recorded_at);

alter table evidence.entry enable row level security;
create policy same_district on evidence.entry using (district_id = (select access.current_district()));
grant select, insert on evidence.entry to ownpath_app;
grant insert on evidence.entry to ownpath_bulk;

create table evidence.artifact (
    district_id uuid not null,
    hash        text not null check (hash ~ '^[0-9a-f]{64}$'),
    file_name   text not null,
    media_type  text not null,
    bytes       bigint not null check (bytes > 0),
    stored_at   timestamptz not null,
    stored_by   uuid not null,
    primary key (district_id, hash)
);
alter table evidence.artifact enable row level security;
create policy same_district on evidence.artifact using (district_id = (select access.current_district()));
grant select, insert on evidence.artifact to ownpath_app;
