-- What an e-mail is for: also that something that runs by itself does not any more.

alter table messages.mail drop constraint mail_kind_check;
alter table messages.mail add constraint mail_kind_check
    check (kind in ('news', 'way_back', 'password_changed', 'system_stopped'));
