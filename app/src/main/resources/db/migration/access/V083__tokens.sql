-- Room: access. Tokens that may do a part of what their owner may, until a day; and accounts of programs.

alter table access.api_token add column scopes text[] not null default array['read', 'record']
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'record']);
alter table access.api_token add column expires_at timestamptz;     -- null: made before tokens expired
alter table access.api_token add column last_used_at timestamptz;   -- to the hour
grant update (last_used_at) on access.api_token to ownpath_app;

-- An account that no person has: it signs in nowhere, and its tokens are kept by the administrators.
alter table access.account add column program boolean not null default false;

-- Whoever comes with a token is nobody yet: this door looks across districts.
create function access.token_holder(hash bytea)
    returns table (token_id uuid, scopes text[], last_used_at timestamptz,
                   id uuid, district_id uuid, person_id uuid, display_name text, roles text[])
    language sql stable security definer set search_path = ''
    begin atomic
        select t.id, t.scopes, t.last_used_at, a.id, a.district_id, a.person_id, a.display_name, a.roles
        from access.api_token t join access.account a on a.id = t.account_id
        where t.token_hash = hash and t.revoked_at is null and a.disabled_at is null
          and (t.expires_at is null or t.expires_at > now());
    end;
drop function access.account_of_token(bytea);
