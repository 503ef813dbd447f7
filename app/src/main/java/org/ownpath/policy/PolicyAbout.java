package org.ownpath.policy;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept about a leader who drafts rules. */
@Component
class PolicyAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(KeptTable.of("policy.draft", "Drafted rules", "account_id = :account"));
    }
}
