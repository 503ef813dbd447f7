-- Room: messages. Who is told what, and how. A notice names its matter by ids and keeps no words: they are made when it is
-- read, in the reader's language, if the reader may still see the student.

create schema messages;
grant usage on schema messages to ownpath_app;

-- An e-mail, written down in the transaction that decides on it, and sent from here.
create table messages.mail (
    id          uuid primary key,
    district_id uuid not null,
    reader_id   uuid not null,
    to_address  text not null,
    language    text not null,
    subject     text not null,
    body        text not null,
    stop_address text not null,
    written_at  timestamptz not null,
    next_try_at timestamptz not null,
    tries       int not null,
    sent_at     timestamptz,
    given_up_at timestamptz,
    problem     text
);
create index on messages.mail (next_try_at) where sent_at is null and given_up_at is null;
create index on messages.mail (district_id, written_at desc);

create table messages.notice (
    id          uuid primary key,
    district_id uuid not null,
    reader_id   uuid not null,
    kind        text not null check (kind in ('needs_you', 'plan_opened', 'plan_closed', 'mastered')),
    student_id  uuid not null,
    subject     text not null,
    matter      text not null,                 -- the kind of signal, or the id of the plan or competency
    key         text not null,                 -- the same matter is told once
    at          timestamptz not null,
    read_at     timestamptz,
    mail_id     uuid references messages.mail,
    unique (reader_id, key)
);
create index on messages.notice (reader_id, at desc);
create index notice_unread on messages.notice (reader_id) where read_at is null;
create index notice_unmailed on messages.notice (district_id, reader_id) where mail_id is null and read_at is null;

-- How somebody wants to be told. Without a row, what is usual for their role.
create table messages.choice (
    person_id   uuid primary key,
    district_id uuid not null,
    kinds       text[] not null,
    mail        text not null check (mail in ('at_once', 'daily', 'weekly', 'never')),
    quiet_from  time not null,
    quiet_until time not null,
    language    text not null,
    changed_at  timestamptz not null
);

-- What ends a person's e-mails without a sign-in.
create table messages.stop_link (
    person_id   uuid primary key,
    district_id uuid not null,
    token       text not null unique check (length(token) >= 32)
);

do $$
declare t text;
begin
    foreach t in array array['mail', 'notice', 'choice', 'stop_link'] loop
        execute format('alter table messages.%I enable row level security', t);
        execute format('create policy same_district on messages.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on messages.%I to ownpath_app', t);
    end loop;
end $$;
grant update (read_at, mail_id) on messages.notice to ownpath_app;
grant update (next_try_at, tries, sent_at, given_up_at, problem) on messages.mail to ownpath_app;
grant update (kinds, mail, quiet_from, quiet_until, language, changed_at) on messages.choice to ownpath_app;

-- Whoever follows the link has not signed in: this door alone looks across districts, and tells no more than whose it is.
create function messages.district_of_stop_link(asked text) returns uuid
    language sql stable security definer set search_path = ''
    begin atomic
        select l.district_id from messages.stop_link l where l.token = asked;
    end;
