-- Room: exchange. Learning management systems that open Ownpath by LTI 1.3, whom they may send, and what they are told back.

create table exchange.lti_platform (
    id            uuid primary key,
    district_id   uuid not null,
    name          text not null,
    issuer        text not null,
    client        text not null,               -- how it calls us
    deployment    text not null,               -- empty: any
    "authorization" text not null,             -- where it is asked who comes
    token         text not null,
    keys          text not null,
    teachers      boolean not null,            -- whether it sends teachers too
    made_by       uuid not null,
    made_at       timestamptz not null,
    ended_at      timestamptz                  -- null: connected
);
create unique index on exchange.lti_platform (district_id, issuer, client) where ended_at is null;
alter table exchange.lti_platform enable row level security;
create policy same_district on exchange.lti_platform using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_platform to ownpath_app;
grant update (ended_at) on exchange.lti_platform to ownpath_app;

-- Whose account it is whom a system calls so.
create table exchange.lti_account (
    platform_id uuid not null references exchange.lti_platform,
    district_id uuid not null,
    subject     text not null,
    account_id  uuid not null,
    since       timestamptz not null,
    primary key (platform_id, subject)
);
create index on exchange.lti_account (account_id);
alter table exchange.lti_account enable row level security;
create policy same_district on exchange.lti_account using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.lti_account to ownpath_app;

-- Somebody is on the way here. Used once, within minutes, in the browser in which it began.
create table exchange.lti_arrival (
    state_hash   bytea primary key,
    district_id  uuid not null,
    platform_id  uuid not null references exchange.lti_platform,
    nonce        text not null,
    browser_hash bytea not null,
    expires_at   timestamptz not null,
    account_id   uuid,                         -- null: it is not known yet who
    landing      text not null default ''
);
create index on exchange.lti_arrival (district_id, expires_at);
alter table exchange.lti_arrival enable row level security;
create policy same_district on exchange.lti_arrival using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.lti_arrival to ownpath_app;
grant update (account_id, landing) on exchange.lti_arrival to ownpath_app;

-- What a system wants to be told: how a student stands in a competency that it links to.
create table exchange.lti_return (
    platform_id   uuid not null references exchange.lti_platform,
    district_id   uuid not null,
    line_item     text not null,
    student_id    uuid not null,
    subject       text not null,
    competency_id uuid not null,
    due_at        timestamptz,                 -- null: nothing is to be told
    tries         integer not null default 0,
    told_at       timestamptz,
    told          text not null default '',
    problem       text not null default '',
    primary key (platform_id, line_item, student_id)
);
create index on exchange.lti_return (student_id);
create index on exchange.lti_return (district_id, due_at) where due_at is not null;
alter table exchange.lti_return enable row level security;
create policy same_district on exchange.lti_return using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.lti_return to ownpath_app;
grant update (subject, competency_id, due_at, tries, told_at, told, problem) on exchange.lti_return to ownpath_app;

create function exchange.forget_platforms(whom uuid, account uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.lti_return where student_id = whom and district_id = access.current_district();
    delete from exchange.lti_account a where a.account_id = account and a.district_id = access.current_district();
    delete from exchange.lti_arrival a where a.account_id = account and a.district_id = access.current_district();
$$;
revoke execute on function exchange.forget_platforms(uuid, uuid) from public;
grant execute on function exchange.forget_platforms(uuid, uuid) to ownpath_app;
