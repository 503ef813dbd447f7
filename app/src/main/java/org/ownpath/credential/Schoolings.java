package org.ownpath.credential;

import java.time.Clock;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.DesignChoices;
import org.ownpath.shared.AsOf;
import org.springframework.stereotype.Component;

/** Tells what can be learnt in the current district and how it is reported, as of now. */
@Component
class Schoolings {

    private final Frameworks frameworks;
    private final DesignChoices choices;
    private final Clock clock;

    Schoolings(Frameworks frameworks, DesignChoices choices, Clock clock) {
        this.frameworks = frameworks;
        this.choices = choices;
        this.clock = clock;
    }

    Schooling now() {
        return at(AsOf.now());
    }

    Schooling at(AsOf asOf) {
        return new Schooling(frameworks.curriculum(asOf), new Conventions(choices.book(), asOf.at(clock.instant())));
    }
}
