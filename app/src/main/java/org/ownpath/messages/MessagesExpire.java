package org.ownpath.messages;

import java.util.List;
import org.ownpath.access.privacy.Expires;
import org.ownpath.access.privacy.Expiry;
import org.springframework.stereotype.Component;

/** What messages keep for a time only. */
@Component
class MessagesExpire implements Expires {

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "mail",
                        "E-mails that were written",
                        "select id from messages.mail where written_at < :older",
                        "select messages.expire_mail(:older)"),
                new Expiry(
                        "notice",
                        "Notices",
                        "select id from messages.notice where at < :older",
                        "select messages.expire_notices(:older)"));
    }
}
