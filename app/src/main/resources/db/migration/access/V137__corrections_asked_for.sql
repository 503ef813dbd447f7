-- Room: access. A family or a student asks that a record be corrected; the office answers once, with a reason. Neither is
-- ever edited. Where evidence was corrected, the answer names what took its place.

create table access.correction_request (
    id            uuid primary key,
    district_id   uuid not null references access.district,
    student_id    uuid not null,
    asked_by      uuid not null,
    asked_at      timestamptz not null,
    piece_id      uuid,                        -- the evidence that it is about, if any
    wrong         text not null,
    proposed      text not null,
    answered_by   uuid,
    answered_at   timestamptz,
    agreed        boolean,
    reason        text,
    correction_id uuid,                        -- what took the place of the evidence
    check ((answered_at is null) = (agreed is null) and (answered_at is null) = (reason is null)
        and (answered_at is null) = (answered_by is null))
);
create index on access.correction_request (student_id, asked_at desc);
create index on access.correction_request (district_id, asked_at desc);
alter table access.correction_request enable row level security;
create policy same_district on access.correction_request using (district_id = (select access.current_district()));
grant select, insert on access.correction_request to ownpath_app;
grant update (answered_by, answered_at, agreed, reason, correction_id) on access.correction_request to ownpath_app;

create function access.forget_requests(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    update access.correction_request set wrong = 'Erased', proposed = 'Erased',
        reason = case when reason is null then null else 'Erased' end
    where student_id = whom and district_id = access.current_district();
$$;
revoke execute on function access.forget_requests(uuid) from public;
grant execute on function access.forget_requests(uuid) to ownpath_app;
