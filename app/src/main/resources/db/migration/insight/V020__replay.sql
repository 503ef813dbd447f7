-- Room: insight. What drafted rules would change: replays of the ledger, and whom each would concern.

create schema if not exists insight;
grant usage on schema insight to ownpath_app;

create table insight.replay (
    id          uuid primary key,
    district_id uuid not null,
    title       text not null,
    choices     jsonb not null,                -- the drafted rules
    state       text not null check (state in ('running', 'done', 'failed', 'cancelled')),
    asked_by    uuid not null,
    asked_at    timestamptz not null,          -- the ledger is judged as of then
    finished_at timestamptz,
    done        bigint not null default 0,     -- students
    total       bigint not null default 0,
    comparison  jsonb                          -- counts only, nobody's name or id
);
create index on insight.replay (district_id, asked_at desc);

-- Students of whom something would change. Those of whom nothing would are left out.
create table insight.replay_student (
    district_id uuid not null,
    replay_id   uuid not null references insight.replay on delete cascade,
    student_id  uuid not null,
    subject     text not null,
    advances    int not null,
    falls       int not null,
    due         int not null,
    begins      int not null,
    primary key (replay_id, student_id, subject)
);

do $$
declare
    t text;
begin
    foreach t in array array['replay', 'replay_student'] loop
        execute format('alter table insight.%I enable row level security', t);
        execute format('create policy same_district on insight.%I using (district_id = (select access.current_district()))', t);
    end loop;
end $$;
grant select, insert, update, delete on insight.replay to ownpath_app;
grant select, insert, delete on insight.replay_student to ownpath_app;
