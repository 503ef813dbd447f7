package org.ownpath.insight;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What a replay under other rules keeps about students. */
@Component
class InsightAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("insight.replay_student", "What other rules would change", "student_id = :person"),
                KeptTable.of("insight.replay_choice", "What other choices would change", "student_id = :person"));
    }
}
