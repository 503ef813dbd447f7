-- Room: exchange. Imports: each file is checked, shows what it would change, and is applied whole or not at all.

create schema exchange;
grant usage on schema exchange to ownpath_app;

create table exchange.import_job (
    id           uuid primary key,
    district_id  uuid not null,
    kind         text not null check (kind in ('framework', 'roster', 'evidence')),
    file_name    text not null,
    file_hash    text not null check (file_hash ~ '^[0-9a-f]{64}$'),
    options      jsonb not null default '{}',
    state        text not null check (state in
                     ('checking', 'ready', 'refused', 'applying', 'applied', 'failed', 'cancelled')),
    requested_by uuid not null,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    phase        text,
    done         bigint not null default 0,
    total        bigint,
    report       jsonb not null default '{}'   -- counts, a sample of changes, problems
);
create index on exchange.import_job (district_id, requested_at desc);
alter table exchange.import_job enable row level security;
create policy same_district on exchange.import_job using (district_id = (select access.current_district()));
grant select, insert, update on exchange.import_job to ownpath_app;
