-- Room: credential. Badges that a district gives, to whom it gave them, the signed form of each award, and where students
-- show theirs. A badge is never edited, so that what a student earned keeps its meaning.

create table credential.badge (
    id            uuid primary key,
    district_id   uuid not null,
    title         text not null,
    description   text not null,
    subject       text,                        -- null: any academic subject, or no set at all
    lowest_level  int check (lowest_level between 0 and 12),
    highest_level int check (highest_level between lowest_level and 12),
    needed        int check (needed > 0),      -- null: all of the set
    criteria      text,                        -- where a teacher says who has earned it
    months        int check (months between 1 and 120),
    made_by       uuid not null,
    made_at       timestamptz not null,
    retired_at    timestamptz,
    check ((criteria is null) = (lowest_level is not null) and (lowest_level is null) = (highest_level is null))
);
create index on credential.badge (district_id);
alter table credential.badge enable row level security;
create policy same_district on credential.badge using (district_id = (select access.current_district()));
grant select, insert on credential.badge to ownpath_app;
grant update (retired_at) on credential.badge to ownpath_app;

create table credential.award (
    id            uuid primary key,
    district_id   uuid not null,
    student_id    uuid not null,
    badge_id      uuid references credential.badge,  -- null: the record of all that the student has shown by that day
    awarded_at    timestamptz not null,
    awarded_by    uuid,                        -- null: nobody had to say so, it followed from the judgements
    words         text not null,
    expires_at    timestamptz check (expires_at > awarded_at),
    status_list   int not null,
    status_index  int not null check (status_index between 0 and 131071),
    revoked_at    timestamptz,
    revoked_by    uuid,
    reason        text,
    unique (district_id, status_list, status_index),
    check ((revoked_at is null) = (reason is null))
);
create index on credential.award (student_id);
create index on credential.award (district_id, badge_id);
alter table credential.award enable row level security;
create policy same_district on credential.award using (district_id = (select access.current_district()));
grant select, insert on credential.award to ownpath_app;
grant update (revoked_at, revoked_by, reason) on credential.award to ownpath_app;

create table credential.signed_award (
    award_id    uuid not null references credential.award,
    key_id      uuid not null references credential.signing_key,
    district_id uuid not null,
    document    text not null,
    token       text not null,
    signed_at   timestamptz not null,
    primary key (award_id, key_id)
);
alter table credential.signed_award enable row level security;
create policy same_district on credential.signed_award using (district_id = (select access.current_district()));
grant select, insert on credential.signed_award to ownpath_app;

-- What is shared is meant to be seen by whoever has the address, so the address itself is kept.
create table credential.award_showing (
    id           uuid primary key,
    district_id  uuid not null,
    award_id     uuid not null references credential.award,
    address      text not null unique,
    shown_by     uuid not null,
    shown_at     timestamptz not null,
    expires_at   timestamptz not null check (expires_at > shown_at),
    withdrawn_at timestamptz
);
create index on credential.award_showing (award_id);
alter table credential.award_showing enable row level security;
create policy same_district on credential.award_showing using (district_id = (select access.current_district()));
grant select, insert on credential.award_showing to ownpath_app;
grant update (withdrawn_at) on credential.award_showing to ownpath_app;

-- Whoever opens the address has not signed in: this door alone looks across districts, and tells no more than whose it is.
create function credential.district_of_showing(asked text) returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select s.district_id from credential.award_showing s where s.address = asked;
    end;

-- The copies that a person took along stay good; what is kept here names them no more.
create or replace function credential.forget(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    update credential.shared_link set recipient = 'Erased', revoked_at = coalesce(revoked_at, now())
    where student_id = whom and district_id = access.current_district();
    delete from credential.award_showing s using credential.award a
    where a.id = s.award_id and a.student_id = whom and a.district_id = access.current_district();
    delete from credential.signed_award s using credential.award a
    where a.id = s.award_id and a.student_id = whom and a.district_id = access.current_district();
    update credential.award set words = '', reason = case when reason is null then null else 'Erased' end
    where student_id = whom and district_id = access.current_district();
$$;
