-- What an e-mail is for: news of which somebody may end the e-mails, or a matter of their own way in. The link of a way
-- back is made when its e-mail is sent and stands in no table.

alter table messages.mail add column kind text not null default 'news'
    check (kind in ('news', 'way_back', 'password_changed'));
