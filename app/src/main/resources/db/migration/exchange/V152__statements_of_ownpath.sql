-- Room: exchange. Since when a district tells what happens here as statements in its own store.

create table exchange.own_statements (
    district_id uuid primary key,
    since       timestamptz not null,
    asked_by    uuid not null
);
alter table exchange.own_statements enable row level security;
create policy same_district on exchange.own_statements using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.own_statements to ownpath_app;
