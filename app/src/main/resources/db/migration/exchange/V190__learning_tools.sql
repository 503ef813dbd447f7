-- Room: exchange. Learning tools by LTI 1.3: which are connected, what of them is in the catalogue, and what they scored.

-- With these a district signs what it tells tools and platforms. A key that was renewed is published for a while still.
create table exchange.lti_key (
    id          uuid primary key,
    district_id uuid not null,
    public_key  text not null,                 -- a JWK
    sealed_key  bytea not null,
    made_at     timestamptz not null,
    renewed_at  timestamptz                    -- null: signs now
);
create unique index on exchange.lti_key (district_id) where renewed_at is null;
alter table exchange.lti_key enable row level security;
create policy same_district on exchange.lti_key using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_key to ownpath_app;
grant update (renewed_at) on exchange.lti_key to ownpath_app;

-- Messages that were signed by others and taken: none is taken twice.
create table exchange.lti_taken (
    district_id uuid not null,
    signed_by   text not null,
    message     text not null,
    expires_at  timestamptz not null,
    primary key (district_id, signed_by, message)
);
create index on exchange.lti_taken (expires_at);
alter table exchange.lti_taken enable row level security;
create policy same_district on exchange.lti_taken using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.lti_taken to ownpath_app;

create table exchange.lti_tool (
    id          uuid primary key,              -- its client_id
    district_id uuid not null,
    name        text not null,
    initiation  text not null,                 -- where the tool is told that somebody comes
    keys        text not null,                 -- its JWKS address
    redirects   text[] not null,
    target      text not null,                 -- what it opens unless a link says otherwise
    picker      text,                          -- null: its content cannot be picked from
    tells_names boolean not null,
    speaks_as   uuid not null,                 -- speaks for it in the ledger
    made_by     uuid not null,
    made_at     timestamptz not null,
    ended_at    timestamptz                    -- null: connected
);
create index on exchange.lti_tool (district_id);
create index on exchange.lti_tool (speaks_as);
alter table exchange.lti_tool enable row level security;
create policy same_district on exchange.lti_tool using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_tool to ownpath_app;
grant update (ended_at) on exchange.lti_tool to ownpath_app;

-- With one of these a tool registers itself, once.
create table exchange.lti_tool_offer (
    token_hash  bytea primary key,
    district_id uuid not null,
    made_by     uuid not null,
    expires_at  timestamptz not null,
    tool_id     uuid                           -- null: not used yet
);
create index on exchange.lti_tool_offer (district_id);
alter table exchange.lti_tool_offer enable row level security;
create policy same_district on exchange.lti_tool_offer using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_tool_offer to ownpath_app;
grant update (tool_id) on exchange.lti_tool_offer to ownpath_app;

-- Content of a tool that is an activity here, and what its scores are evidence of.
create table exchange.lti_link (
    id            uuid primary key,            -- its resource link
    district_id   uuid not null,
    tool_id       uuid not null references exchange.lti_tool,
    activity_id   uuid not null,
    title         text not null,
    target        text not null,
    custom        jsonb not null,
    competency_id uuid not null,
    steps         jsonb not null,              -- from which part of the points on it is rated how
    form          text not null,
    depth         text not null,
    context       text not null,
    purpose       text not null,
    made_by       uuid not null,
    made_at       timestamptz not null,
    unique (district_id, activity_id)
);
create index on exchange.lti_link (tool_id);
alter table exchange.lti_link enable row level security;
create policy same_district on exchange.lti_link using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_link to ownpath_app;

-- By which name a tool knows somebody: another one in each tool.
create table exchange.lti_person (
    tool_id     uuid not null references exchange.lti_tool,
    district_id uuid not null,
    person_id   uuid not null,
    known_as    uuid not null,
    since       timestamptz not null,
    primary key (tool_id, person_id),
    unique (tool_id, known_as)
);
create index on exchange.lti_person (person_id);
alter table exchange.lti_person enable row level security;
create policy same_district on exchange.lti_person using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_person to ownpath_app;

-- In which classes a tool was opened: it may read who is in those.
create table exchange.lti_class (
    tool_id     uuid not null references exchange.lti_tool,
    district_id uuid not null,
    group_id    uuid not null,
    primary key (tool_id, group_id)
);
create index on exchange.lti_class (district_id);
alter table exchange.lti_class enable row level security;
create policy same_district on exchange.lti_class using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_class to ownpath_app;

-- Somebody is on the way to a tool. Used once, within minutes.
create table exchange.lti_launch (
    hash        bytea primary key,
    district_id uuid not null,
    tool_id     uuid not null references exchange.lti_tool,
    link_id     uuid references exchange.lti_link,   -- null: to pick content
    pick_id     uuid,
    person_id   uuid not null,
    expires_at  timestamptz not null
);
create index on exchange.lti_launch (district_id, expires_at);
create index on exchange.lti_launch (person_id);
alter table exchange.lti_launch enable row level security;
create policy same_district on exchange.lti_launch using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.lti_launch to ownpath_app;

-- What somebody wants of the content that they pick in a tool.
create table exchange.lti_pick (
    id            uuid primary key,
    district_id   uuid not null,
    tool_id       uuid not null references exchange.lti_tool,
    picked_by     uuid not null,               -- an account
    competency_id uuid not null,
    steps         jsonb not null,
    form          text not null,
    depth         text not null,
    context       text not null,
    purpose       text not null,
    expires_at    timestamptz not null,
    answered_at   timestamptz,                 -- null: still picking
    said          text not null default ''     -- what the tool said, in words
);
create index on exchange.lti_pick (district_id);
alter table exchange.lti_pick enable row level security;
create policy same_district on exchange.lti_pick using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_pick to ownpath_app;
grant update (answered_at, said) on exchange.lti_pick to ownpath_app;

-- What lets a tool use the services, for an hour.
create table exchange.lti_access (
    token_hash  bytea primary key,
    district_id uuid not null,
    tool_id     uuid not null references exchange.lti_tool,
    scopes      text[] not null,
    expires_at  timestamptz not null
);
create index on exchange.lti_access (district_id, expires_at);
alter table exchange.lti_access enable row level security;
create policy same_district on exchange.lti_access using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.lti_access to ownpath_app;

create table exchange.lti_line_item (
    id          uuid primary key,
    district_id uuid not null,
    tool_id     uuid not null references exchange.lti_tool,
    link_id     uuid references exchange.lti_link,   -- null: of no link, so of no competency
    label       text not null,
    maximum     double precision not null check (maximum > 0),
    resource_id text not null default '',
    tag         text not null default '',
    starts_at   timestamptz,
    ends_at     timestamptz,
    made_at     timestamptz not null,
    ended_at    timestamptz
);
create index on exchange.lti_line_item (district_id, tool_id);
create index on exchange.lti_line_item (link_id);
alter table exchange.lti_line_item enable row level security;
create policy same_district on exchange.lti_line_item using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_line_item to ownpath_app;
grant update (label, maximum, resource_id, tag, starts_at, ends_at, ended_at) on exchange.lti_line_item to ownpath_app;

-- What a tool said of somebody, whole, and what became of it.
create table exchange.lti_score (
    line_item_id uuid not null references exchange.lti_line_item,
    district_id  uuid not null,
    student_id   uuid not null,
    said_at      timestamptz not null,
    given        double precision,             -- null: without points
    maximum      double precision,
    comment      text not null,
    activity     text not null,
    grading      text not null,
    received_at  timestamptz not null,
    piece_id     uuid,                         -- null: it is no evidence
    why          text not null,
    primary key (line_item_id, student_id, said_at)
);
create index on exchange.lti_score (district_id, received_at);
create index on exchange.lti_score (student_id);
alter table exchange.lti_score enable row level security;
create policy same_district on exchange.lti_score using (district_id = (select access.current_district()));
grant select, insert on exchange.lti_score to ownpath_app;

create function exchange.forget_tools(whom uuid) returns void
    language sql security definer set search_path = '' as $$
    delete from exchange.lti_score where student_id = whom and district_id = access.current_district();
    delete from exchange.lti_person where person_id = whom and district_id = access.current_district();
    delete from exchange.lti_launch where person_id = whom and district_id = access.current_district();
$$;
revoke execute on function exchange.forget_tools(uuid) from public;
grant execute on function exchange.forget_tools(uuid) to ownpath_app;
