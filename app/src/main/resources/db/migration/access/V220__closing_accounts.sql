-- Who closed an account: what a roster closed it opens again when the person comes back; what an administrator closed, only
-- an administrator opens. The account of somebody who was erased stays closed, by nobody.
alter table access.account add column closed_by text check (closed_by in ('roster', 'administrator'));
update access.account set closed_by = 'administrator' where disabled_at is not null and sign_in_name not like 'erased %';
alter table access.account add check (closed_by is null or disabled_at is not null);
grant update (closed_by) on access.account to ownpath_app;
