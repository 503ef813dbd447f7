-- Room: exchange. Credentials of other issuers that somebody brought for a student, each checked when it came, and what a
-- teacher made of it.

create table exchange.outside_credential (
    id           uuid primary key,
    district_id  uuid not null,
    student_id   uuid not null,
    content      text not null,
    content_hash bytea not null,
    kind         text not null,
    name         text not null,
    description  text not null,
    issuer_id    text not null,
    issuer_name  text not null,
    holder       text,                         -- null: it names nobody
    issued_at    timestamptz not null,
    brought_by   uuid not null,
    brought_at   timestamptz not null,
    unique (student_id, content_hash)
);
alter table exchange.outside_credential enable row level security;
create policy same_district on exchange.outside_credential using (district_id = (select access.current_district()));
grant select, insert on exchange.outside_credential to ownpath_app;

create table exchange.outside_review (
    credential_id uuid primary key references exchange.outside_credential,
    district_id   uuid not null,
    accepted      boolean not null,
    words         text not null,
    piece_id      uuid,                        -- null: it was not accepted
    reviewed_by   uuid not null,
    reviewed_at   timestamptz not null,
    check (accepted = (piece_id is not null))
);
alter table exchange.outside_review enable row level security;
create policy same_district on exchange.outside_review using (district_id = (select access.current_district()));
grant select, insert on exchange.outside_review to ownpath_app;

create function exchange.forget_outside(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.outside_review r using exchange.outside_credential c
    where c.id = r.credential_id and c.student_id = whom and c.district_id = access.current_district();
    delete from exchange.outside_credential where student_id = whom and district_id = access.current_district();
$$;
revoke execute on function exchange.forget_outside(uuid) from public;
grant execute on function exchange.forget_outside(uuid) to ownpath_app;
