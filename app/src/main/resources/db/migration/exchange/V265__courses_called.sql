-- A school may call a course as its people do, and say in its own words what it is about.
alter table exchange.course add column about text; -- null: what its package says
grant update (title, about) on exchange.course to ownpath_app;
