-- Room: exchange. Districts whose frameworks everybody may read by CASE; of all others, programs with a token do.

create table exchange.open_frameworks (
    district_id uuid primary key,
    opened_by   uuid not null
);
alter table exchange.open_frameworks enable row level security;
create policy same_district on exchange.open_frameworks using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.open_frameworks to ownpath_app;
