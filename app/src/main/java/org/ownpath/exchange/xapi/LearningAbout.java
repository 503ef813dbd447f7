package org.ownpath.exchange.xapi;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept about people in learning records. */
@Component
class LearningAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("exchange.statement", "What other programs recorded", "student_id = :person")
                        .without("actor", "verb", "activity"),
                KeptTable.of(
                                "exchange.statement_mention",
                                "By what those records are found",
                                "seq in (select s.seq from exchange.statement s where s.student_id = :person)")
                        .without("kind", "key"),
                KeptTable.of("exchange.learning_document", "What other programs remember", "student_id = :person")
                        .without("agent"));
    }

    @Override
    public String forget() {
        return "select exchange.forget_learning_records(:person) where cast(:account as uuid) is not null";
    }
}
