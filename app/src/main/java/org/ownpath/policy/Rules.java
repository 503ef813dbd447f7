package org.ownpath.policy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A front door of policy: which rule of mastery is in force, and adopting another at once. */
@Component
public class Rules {

    private final Books books;
    private final DesignChoices choices;
    private final Clock clock;

    Rules(Books books, DesignChoices choices, Clock clock) {
        this.books = books;
        this.choices = choices;
        this.clock = clock;
    }

    /** All rules of the current district, kept in memory. */
    public RuleBook book() {
        return books.rules();
    }

    /**
     * Adopts a rule from now on.
     *
     * @param subject the subject that it is for; empty for the whole district
     * @param reason why, in words for those who ask later; not blank
     */
    @Transactional
    public Adopting adopt(Viewer viewer, Optional<String> subject, String title, Rule rule, String reason) {
        Scope scope = subject.<Scope>map(Scope.Subject::new).orElse(Scope.district());
        ChoiceDraft draft =
                new ChoiceDraft(List.of(), List.of(new ChoiceDraft.RuleChange(scope, title, rule, false, false)));
        return choices.adopt(viewer, draft, clock.instant(), reason);
    }
}
