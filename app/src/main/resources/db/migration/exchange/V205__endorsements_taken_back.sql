-- Room: exchange. An endorsement that the district gave can be taken back: it has a place in the list that tells so.

alter table exchange.endorsement add column status_index integer;   -- null: signed before there was a list, or of others
alter table exchange.endorsement add column taken_back_at timestamptz;
alter table exchange.endorsement add column taken_back_by uuid;
alter table exchange.endorsement add column reason text;
create unique index on exchange.endorsement (district_id, status_index) where status_index is not null;
grant update (taken_back_at, taken_back_by, reason) on exchange.endorsement to ownpath_app;
