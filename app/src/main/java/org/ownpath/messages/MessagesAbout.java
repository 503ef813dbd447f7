package org.ownpath.messages;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What messages keep about people. */
@Component
class MessagesAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("messages.notice", "Notices", "student_id = :person or reader_id = :person")
                        .without("matter", "key"),
                KeptTable.of("messages.mail", "E-mails", "reader_id = :person").without("stop_address"),
                KeptTable.of("messages.choice", "How to be told", "person_id = :person"),
                KeptTable.of("messages.stop_link", "The link that ends e-mails", "person_id = :person")
                        .without("token"));
    }

    @Override
    public String forget() {
        return "select messages.forget(:person) where cast(:account as uuid) is not null";
    }
}
