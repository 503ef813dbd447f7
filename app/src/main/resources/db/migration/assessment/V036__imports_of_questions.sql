-- The kinds of imports are checked by the product, which has more of them now: the database keeps their form only.
alter table exchange.import_job drop constraint import_job_kind_check;
alter table exchange.import_job add constraint import_job_kind_check check (kind ~ '^[a-z]{1,30}$');
