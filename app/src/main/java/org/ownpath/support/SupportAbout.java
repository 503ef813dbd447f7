package org.ownpath.support;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What support keeps about people. */
@Component
class SupportAbout implements KeepsAbout {

    private static final String OF_PLAN = "plan_id in (select p.id from support.plan p where p.student_id = :person)";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("support.signal", "Signals", "student_id = :person"),
                KeptTable.of("support.school_day", "Days at school", "student_id = :person"),
                KeptTable.of("support.looked", "What the last look rested on", "student_id = :person"),
                KeptTable.of("support.snooze", "Signals set aside", "student_id = :person or person_id = :person"),
                KeptTable.of("support.plan", "Plans of support", "student_id = :person"),
                KeptTable.of("support.plan_words", "Words on plans", OF_PLAN + " or person_id = :person"),
                KeptTable.of("support.plan_session", "Sessions of support", OF_PLAN),
                KeptTable.of("support.plan_closing", "How plans ended", OF_PLAN),
                KeptTable.of("support.block_student", "Groups of a day", "student_id = :person"),
                KeptTable.of("support.capacity", "How many a day", "person_id = :person"));
    }

    @Override
    public String forget() {
        return "select support.forget(:person) where cast(:account as uuid) is not null";
    }
}
