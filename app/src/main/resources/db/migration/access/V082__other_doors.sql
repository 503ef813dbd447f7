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

-- Signing in with the account that a school has elsewhere (OpenID Connect).

create table access.identity_provider (
    district_id   uuid primary key references access.district,
    issuer        text not null,
    client_id     text not null,
    sealed_secret bytea not null,
    claim         text not null         -- whose value is the name to sign in with
);
alter table access.identity_provider enable row level security;
create policy same_district on access.identity_provider using (district_id = (select access.current_district()));
grant select, insert, update, delete on access.identity_provider to ownpath_app;

-- An account there that belongs to an account here.
create table access.school_identity (
    id          uuid primary key,
    district_id uuid not null references access.district,
    account_id  uuid not null references access.account,
    issuer      text not null,
    subject     text not null,
    linked_at   timestamptz not null,
    unique (district_id, issuer, subject)
);
create index on access.school_identity (account_id);
alter table access.school_identity enable row level security;
create policy same_district on access.school_identity using (district_id = (select access.current_district()));
grant select, insert, delete on access.school_identity to ownpath_app;

-- The page of sign-in names the schools that sign in elsewhere, before anybody is known: their names and nothing else.
create function access.schools_that_sign_on() returns table (slug text, name text)
    language sql stable security definer set search_path = ''
    begin atomic
        select d.slug, d.name from access.identity_provider p join access.district d on d.id = p.district_id
        order by d.name;
    end;
