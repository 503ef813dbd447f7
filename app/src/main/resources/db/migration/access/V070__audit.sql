-- Room: access. Who saw or changed what about whom. An entry is inserted in the transaction of what it tells of, and
-- within seconds sealed: each seal is a hash over its entry and the seal before it, so that an entry that is changed,
-- taken out or put in later no longer fits. Neither can be updated or deleted by the role that serves requests.

alter table access.audit add column number bigint generated always as identity;
alter table access.audit add column about uuid[] not null default '{}';
create unique index on access.audit (district_id, number);
create index on access.audit (district_id, account_id, number);
create index on access.audit using gin (about);

create table access.audit_seal (
    district_id uuid not null references access.district,
    position    bigint not null check (position > 0),
    entry_id    uuid not null,
    hash        bytea not null check (length(hash) = 32),
    sealed_at   timestamptz not null,
    primary key (district_id, position),
    unique (district_id, entry_id)
);
alter table access.audit_seal enable row level security;
create policy same_district on access.audit_seal using (district_id = (select access.current_district()));
grant select, insert on access.audit_seal to ownpath_app;
