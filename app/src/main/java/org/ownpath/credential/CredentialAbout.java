package org.ownpath.credential;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept about people whose records are shared, and about what they have earned. */
@Component
class CredentialAbout implements KeepsAbout {

    private static final String OF_AWARD =
            "award_id in (select a.id from credential.award a where a.student_id = :person)";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("credential.shared_link", "Links to the transcript", "student_id = :person")
                        .without("token_hash"),
                KeptTable.of(
                        "credential.link_opening",
                        "When those links were opened",
                        "link_id in (select l.id from credential.shared_link l where l.student_id = :person)"),
                KeptTable.of("credential.award", "Badges and learning records", "student_id = :person"),
                KeptTable.of("credential.signed_award", "Those badges and records, signed", OF_AWARD),
                KeptTable.of("credential.award_showing", "Where those badges and records are shown", OF_AWARD)
                        .without("address"));
    }

    @Override
    public String forget() {
        return "select credential.forget(:person) where cast(:account as uuid) is not null";
    }
}
