-- Room: exchange. What learning tools and learning management systems were refused last, and why.

create table exchange.lti_refused (
    seq         bigint generated always as identity primary key,
    district_id uuid not null,
    sender      text not null,                 -- as whom it is known here, or says that it is
    refused_at  timestamptz not null,
    what        text not null,
    why         text not null
);
create index on exchange.lti_refused (district_id, seq);
create index on exchange.lti_refused (district_id, sender, seq);
alter table exchange.lti_refused enable row level security;
create policy same_district on exchange.lti_refused using (district_id = (select access.current_district()));
grant select, insert, delete on exchange.lti_refused to ownpath_app;
