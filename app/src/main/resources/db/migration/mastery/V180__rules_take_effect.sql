-- Room: mastery. An adoption of rules is begun by the first copy of the app that finds it in force; from then on every
-- copy judges by it, whatever its own clock says. "at" says when everything had been judged again under it.

alter table mastery.caught_up alter column at drop not null;
alter table mastery.caught_up add column effective_from timestamptz;
update mastery.caught_up set effective_from = at;
alter table mastery.caught_up alter column effective_from set not null;
grant update (at) on mastery.caught_up to ownpath_app;
