package org.ownpath.messages;

import java.util.List;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.springframework.stereotype.Component;

/** The front door of messages for administrators: which e-mails were written, and what became of them. */
@Component
public class Mails {

    private static final int SHOWN = 50;

    private final MailRows rows;
    private final MailSettings settings;
    private final Access access;

    Mails(MailRows rows, MailSettings settings, Access access) {
        this.rows = rows;
        this.settings = settings;
        this.access = access;
    }

    /** The latest e-mails of the district. */
    public List<Mail> latest(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.latest(SHOWN);
    }

    /** Whether a mail server is set; without one, e-mails are kept here. */
    public boolean sent() {
        return settings.sends();
    }
}
