package org.ownpath.exchange.badges;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept about people who earned something elsewhere. */
@Component
class OutsideAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("exchange.outside_credential", "Credentials earned elsewhere", "student_id = :person"),
                KeptTable.of(
                        "exchange.outside_review",
                        "What teachers made of those credentials",
                        "credential_id in (select c.id from exchange.outside_credential c where c.student_id = :person)"));
    }

    @Override
    public String forget() {
        return "select exchange.forget_outside(:person) where cast(:account as uuid) is not null";
    }
}
