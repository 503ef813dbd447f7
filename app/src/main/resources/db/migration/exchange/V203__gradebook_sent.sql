-- Room: exchange. Results that go to student information systems: when, what arrived, and what did not and why.

alter table exchange.student_system add column results_next_at timestamptz;   -- null: results are not sent
grant update (results_next_at) on exchange.student_system to ownpath_app;

create table exchange.gradebook_sent (
    district_id uuid not null,
    system_id   uuid not null references exchange.student_system,
    kind        text not null check (kind in ('categories', 'scoreScales', 'lineItems', 'results')),
    sourced_id  text not null,
    title       text not null,
    student_id  uuid,                          -- null: it is nobody's
    digest      text not null,                 -- of what was sent last
    sent_at     timestamptz not null,
    failed_why  text not null,                 -- empty: it arrived
    primary key (system_id, kind, sourced_id)
);
create index on exchange.gradebook_sent (district_id);
create index on exchange.gradebook_sent (system_id, sent_at desc);
create index on exchange.gradebook_sent (student_id) where student_id is not null;
alter table exchange.gradebook_sent enable row level security;
create policy same_district on exchange.gradebook_sent using (district_id = (select access.current_district()));
grant select, insert on exchange.gradebook_sent to ownpath_app;
grant update (digest, sent_at, failed_why, title) on exchange.gradebook_sent to ownpath_app;

create function exchange.forget_gradebook_sent(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.gradebook_sent where student_id = whom and district_id = access.current_district();
$$;
revoke execute on function exchange.forget_gradebook_sent(uuid) from public;
grant execute on function exchange.forget_gradebook_sent(uuid) to ownpath_app;
