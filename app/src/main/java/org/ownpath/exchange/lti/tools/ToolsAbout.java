package org.ownpath.exchange.lti.tools;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept of people and learning tools. */
@Component
class ToolsAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("exchange.lti_score", "What learning tools scored", "student_id = :person"),
                KeptTable.of("exchange.lti_person", "Which learning tools know the person", "person_id = :person"),
                KeptTable.of("exchange.lti_launch", "Learning tools that are about to open", "person_id = :person")
                        .without("hash"));
    }

    @Override
    public String forget() {
        return "select exchange.forget_tools(:person) where cast(:account as uuid) is not null";
    }
}
