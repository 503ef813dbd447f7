package org.ownpath.roster;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What the roster keeps about people. */
@Component
class RosterAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("roster.person", "Name and particulars", "id = :person"),
                KeptTable.of("roster.membership", "Groups", "person_id = :person"),
                KeptTable.of("roster.guardianship", "Family", "student_id = :person or guardian_id = :person"),
                KeptTable.of("roster.substitution", "Groups of others that were stood in for", "person_id = :person"),
                KeptTable.of(
                        "roster.restriction",
                        "Families that may not see",
                        "student_id = :person or guardian_id = :person"),
                KeptTable.of("roster.consent", "Letting the family see", "student_id = :person"),
                KeptTable.of("roster.purpose_consent", "What name and work may be used for", "student_id = :person"),
                KeptTable.of("roster.demographics", "For counting only", "student_id = :person"));
    }

    @Override
    public String forget() {
        return "select roster.forget(:person) where cast(:account as uuid) is not null";
    }
}
