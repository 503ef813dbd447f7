-- How long things are kept. Nothing goes until a district says after how many months; each kind is looked at once a day.
-- Each room deletes by a function of its own, inside the district of the current work, and nothing younger than 3 months.

create table access.retention_term (
    id          uuid primary key,
    district_id uuid not null references access.district,
    code        text not null,
    months      int check (months between 3 and 240),   -- none: kept for good
    given_by    uuid not null,
    given_at    timestamptz not null
);
create index on access.retention_term (district_id, code, given_at desc);

create table access.retention_run (
    id          uuid primary key,
    district_id uuid not null references access.district,
    code        text not null,
    day         date not null,
    older_than  timestamptz not null,
    gone        int not null,
    unique (district_id, code, day)
);

do $$
declare t text;
begin
    foreach t in array array['retention_term', 'retention_run'] loop
        execute format('alter table access.%I enable row level security', t);
        execute format('create policy same_district on access.%I using (district_id = (select access.current_district()))', t);
        execute format('grant select, insert on access.%I to ownpath_app', t);
    end loop;
end $$;
grant update (gone) on access.retention_run to ownpath_app;

-- Links that open no more.
create function access.expire_links(older timestamptz) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare gone bigint;
begin
    delete from access.sign_in_link l where l.district_id = access.current_district()
        and least(l.expires_at, coalesce(l.used_at, l.expires_at), coalesce(l.revoked_at, l.expires_at)) < older
        and older < now() - interval '80 days';
    get diagnostics gone = row_count;
    return gone;
end $$;

-- E-mails that were sent or given up, with the mark on their notices.
create function messages.expire_mail(older timestamptz) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare gone bigint;
begin
    if older >= now() - interval '80 days' then return 0; end if;
    update messages.notice n set mail_id = null from messages.mail m
        where n.mail_id = m.id and m.district_id = access.current_district() and m.written_at < older;
    delete from messages.mail m where m.district_id = access.current_district() and m.written_at < older;
    get diagnostics gone = row_count;
    return gone;
end $$;

create function messages.expire_notices(older timestamptz) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare gone bigint;
begin
    delete from messages.notice n where n.district_id = access.current_district() and n.at < older
        and older < now() - interval '80 days';
    get diagnostics gone = row_count;
    return gone;
end $$;

revoke execute on function access.expire_links(timestamptz), messages.expire_mail(timestamptz),
    messages.expire_notices(timestamptz) from public;
grant execute on function access.expire_links(timestamptz), messages.expire_mail(timestamptz),
    messages.expire_notices(timestamptz) to ownpath_app;
