-- Room: exchange. Learning management systems that ask a teacher to pick content of Ownpath, and are told how a task went.

alter table exchange.lti_return
    alter column competency_id drop not null,
    add column task_id uuid,
    add constraint of_one_thing check (num_nonnulls(competency_id, task_id) = 1);
grant update (task_id) on exchange.lti_return to ownpath_app;

-- A system asks somebody of the school to pick what its links are to open. Answered once, within hours.
create table exchange.lti_content_request (
    id          uuid primary key,
    district_id uuid not null,
    platform_id uuid not null references exchange.lti_platform,
    account_id  uuid not null,
    deployment  text not null,
    return_to   text not null,
    echo        text,                          -- to be given back as it came; null: nothing is
    several     boolean not null,              -- whether more than one may be picked
    expires_at  timestamptz not null,
    answered_at timestamptz                    -- null: still picking
);
create index on exchange.lti_content_request (district_id, expires_at);
create index on exchange.lti_content_request (account_id);
alter table exchange.lti_content_request enable row level security;
create policy same_district on exchange.lti_content_request using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.lti_content_request to ownpath_app;
grant update (answered_at) on exchange.lti_content_request to ownpath_app;

create or replace function exchange.forget_platforms(whom uuid, account uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.lti_return where student_id = whom and district_id = access.current_district();
    delete from exchange.lti_account a where a.account_id = account and a.district_id = access.current_district();
    delete from exchange.lti_arrival a where a.account_id = account and a.district_id = access.current_district();
    delete from exchange.lti_content_request a
        where a.account_id = account and a.district_id = access.current_district();
$$;
