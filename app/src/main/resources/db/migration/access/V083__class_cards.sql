-- Room: access. Cards by which young children sign in: a code for the class, a picture that is theirs, and three to tap.

create table access.class_code (
    group_id    uuid primary key,
    district_id uuid not null references access.district,
    code        text not null unique check (code ~ '^[A-Z2-9]{6}$'),
    made_by     uuid not null,
    made_at     timestamptz not null
);
alter table access.class_code enable row level security;
create policy same_district on access.class_code using (district_id = (select access.current_district()));
grant select, insert, delete on access.class_code to ownpath_app;

create table access.class_card (
    group_id     uuid not null references access.class_code on delete cascade,
    account_id   uuid not null references access.account,
    district_id  uuid not null references access.district,
    picture      text not null,
    sealed_taps  bytea not null,        -- sealed and not hashed: few enough to guess, and cards are printed again
    made_at      timestamptz not null,
    primary key (group_id, account_id),
    unique (group_id, picture)
);
create index on access.class_card (account_id);
alter table access.class_card enable row level security;
create policy same_district on access.class_card using (district_id = (select access.current_district()));
grant select, insert, delete on access.class_card to ownpath_app;
grant update (sealed_taps, made_at) on access.class_card to ownpath_app;

-- A child with a card is nobody yet: this door looks across districts, and tells no more than whose class a code names.
create function access.district_of_class(class_code text) returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select c.district_id from access.class_code c where c.code = class_code;
    end;
