-- Room: exchange. Addresses of others that are told what happens here, and each telling.

create table exchange.webhook (
    id            uuid primary key,
    district_id   uuid not null,
    address       text not null,
    events        text[] not null check (cardinality(events) > 0),
    secret        bytea not null,              -- sealed
    made_by       uuid not null,
    made_at       timestamptz not null,
    failing_since timestamptz,                 -- null: the last delivery arrived
    stopped_at    timestamptz,                 -- null: it is told
    stopped_why   text not null default '',
    ended_at      timestamptz                  -- null: an administrator wants it
);
create index on exchange.webhook (district_id);
alter table exchange.webhook enable row level security;
create policy same_district on exchange.webhook using (district_id = (select access.current_district()));
grant select, insert on exchange.webhook to ownpath_app;
grant update (failing_since, stopped_at, stopped_why, ended_at) on exchange.webhook to ownpath_app;

-- Students of whom something may have to be told, noted in the transaction in which it happened.
create table exchange.webhook_due (
    district_id uuid not null,
    student_id  uuid not null,
    noted_at    timestamptz not null,          -- the first time since it was last looked at
    primary key (district_id, student_id)
);
alter table exchange.webhook_due enable row level security;
create policy same_district on exchange.webhook_due using (district_id = (select access.current_district()));
grant select, insert, update, delete on exchange.webhook_due to ownpath_app;

create table exchange.webhook_delivery (
    id           uuid primary key,
    district_id  uuid not null,
    webhook_id   uuid not null references exchange.webhook,
    key          text not null,                -- what it tells of: told once
    event        text not null,
    student_id   uuid,                         -- null: it is about nobody
    body         text not null,                -- ids only
    happened_at  timestamptz not null,
    tries        integer not null default 0,
    next_try_at  timestamptz,                  -- null: it arrived, or was given up
    delivered_at timestamptz,
    last_try_at  timestamptz,
    last_answer  text not null default '',
    unique (webhook_id, key)
);
create index on exchange.webhook_delivery (district_id, next_try_at) where next_try_at is not null;
create index on exchange.webhook_delivery (webhook_id, happened_at desc);
create index on exchange.webhook_delivery (student_id) where student_id is not null;
alter table exchange.webhook_delivery enable row level security;
create policy same_district on exchange.webhook_delivery using (district_id = (select access.current_district()));
grant select, insert on exchange.webhook_delivery to ownpath_app;
grant update (tries, next_try_at, delivered_at, last_try_at, last_answer) on exchange.webhook_delivery to ownpath_app;

create function exchange.forget_webhook_deliveries(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.webhook_delivery where student_id = whom and district_id = access.current_district();
    delete from exchange.webhook_due where student_id = whom and district_id = access.current_district();
$$;
revoke execute on function exchange.forget_webhook_deliveries(uuid) from public;
grant execute on function exchange.forget_webhook_deliveries(uuid) to ownpath_app;
