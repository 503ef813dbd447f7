package org.ownpath.exchange.oneroster.rest;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept of which results of people went to student information systems. */
@Component
class ResultsAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(KeptTable.of(
                        "exchange.gradebook_sent",
                        "Which results were sent to the school's other systems",
                        "student_id = :person")
                .without("digest"));
    }

    @Override
    public String forget() {
        return "select exchange.forget_gradebook_sent(:person) where cast(:account as uuid) is not null";
    }
}
