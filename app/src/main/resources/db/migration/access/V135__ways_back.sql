-- Room: access. Who has asked for a way back by e-mail, under which name and from where. Kept for every name that was
-- typed, so that asking tells nobody which names there are; looked up afterwards, and forgotten within a day.

create table access.way_back_request (
    id           uuid primary key,
    sign_in_name text not null,
    address      text not null,
    asked_at     timestamptz not null,
    answered_at  timestamptz
);
create index on access.way_back_request (sign_in_name, asked_at);
create index on access.way_back_request (address, asked_at);
create index on access.way_back_request (asked_at);
grant select, insert, delete on access.way_back_request to ownpath_app;
grant update (answered_at) on access.way_back_request to ownpath_app;
