-- Room: exchange. Endorsements: those that the district signed about badges of anybody, and those of others about its own.

create table exchange.endorsement (
    id            uuid primary key,
    district_id   uuid not null,
    badge_id      uuid,                        -- of the district's own that is endorsed; null: the district endorses
    about         text not null,               -- what is endorsed, by its identifier
    endorser_name text not null,
    words         text not null,
    document      text not null,
    kept_by       uuid not null,
    kept_at       timestamptz not null
);
create index on exchange.endorsement (district_id, badge_id);
create unique index on exchange.endorsement (badge_id, md5(document)) where badge_id is not null;
alter table exchange.endorsement enable row level security;
create policy same_district on exchange.endorsement using (district_id = (select access.current_district()));
grant select, insert on exchange.endorsement to ownpath_app;
