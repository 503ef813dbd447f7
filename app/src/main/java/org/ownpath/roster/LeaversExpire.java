package org.ownpath.roster;

import java.util.List;
import org.ownpath.access.privacy.Expires;
import org.ownpath.access.privacy.Expiry;
import org.springframework.stereotype.Component;

/** Who people were that left the roster: forgotten as an administrator would, and still counted. */
@Component
class LeaversExpire implements Expires {

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry(
                "person",
                "Who people were that are on the roster no more: they are erased, and still counted",
                "select id from roster.person where not active and source <> 'erased' and left_at < :older",
                ""));
    }
}
