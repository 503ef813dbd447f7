package org.ownpath.access;

import java.util.List;
import org.ownpath.access.privacy.Expires;
import org.ownpath.access.privacy.Expiry;
import org.springframework.stereotype.Component;

/** What access keeps for a time only. */
@Component
class AccountsExpire implements Expires {

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry(
                "sign_in_link", "Links to sign in with, that open no more", """
                select id from access.sign_in_link
                where least(expires_at, coalesce(used_at, expires_at), coalesce(revoked_at, expires_at)) < :older""", "select access.expire_links(:older)"));
    }
}
