package org.ownpath.policy;

import org.ownpath.access.Remembered;
import org.springframework.stereotype.Component;

/** The books of the current district, kept in memory. */
@Component
class Books {

    private final AdoptionRows rows;
    private final Remembered<Both> remembered = new Remembered<>();

    Books(AdoptionRows rows) {
        this.rows = rows;
    }

    private record Both(ChoiceBook settings, RuleBook rules) {}

    ChoiceBook settings() {
        return both().settings();
    }

    RuleBook rules() {
        return both().rules();
    }

    /** Writes an adoption in the current transaction. */
    void add(Adoption adoption, ChoiceDraft draft) {
        rows.add(adoption, draft);
        remembered.changed();
    }

    private Both both() {
        return remembered.get(rows::fingerprint, () -> new Both(rows.settings(), rows.rules()));
    }
}
