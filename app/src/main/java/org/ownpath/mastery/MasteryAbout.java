package org.ownpath.mastery;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What mastery keeps about people: made from the ledger, and counted. */
@Component
class MasteryAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("mastery.judgement", "Judgements of mastery", "student_id = :person"),
                KeptTable.of("mastery.student", "How often judgements changed", "student_id = :person"));
    }
}
