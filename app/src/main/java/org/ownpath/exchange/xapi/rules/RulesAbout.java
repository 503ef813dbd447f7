package org.ownpath.exchange.xapi.rules;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept of how people's statements became evidence. */
@Component
class RulesAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(KeptTable.of(
                "exchange.rule_outcome", "What other programs' records became evidence of", "student_id = :person"));
    }

    @Override
    public String forget() {
        return "select exchange.forget_rule_outcomes(:person) where cast(:account as uuid) is not null";
    }
}
