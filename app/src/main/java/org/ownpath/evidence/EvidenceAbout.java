package org.ownpath.evidence;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What the ledger keeps about people. */
@Component
class EvidenceAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(KeptTable.of("evidence.entry", "What was shown", "student_id = :person"));
    }

    @Override
    public String forget() {
        return "select evidence.forget(:person) where cast(:account as uuid) is not null";
    }
}
