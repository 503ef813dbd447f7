-- The time zone of a district, by its name in the tz database: what its clocks show. Moments are stored; days are read.
alter table access.district add column zone text not null default 'UTC' check (zone ~ '^[A-Za-z0-9_+/:-]{1,60}$');
grant update (zone) on access.district to ownpath_app;

create function access.zones() returns table (district_id uuid, zone text)
    language sql stable security definer set search_path = ''
    begin atomic
        select d.id, d.zone from access.district d order by d.id;
    end;
