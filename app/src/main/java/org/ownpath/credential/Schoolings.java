package org.ownpath.credential;

import java.time.Clock;
import java.time.Instant;
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
        return new Schooling(frameworks.curriculum(asOf), conventions(asOf.at(clock.instant())));
    }

    /** How it was reported at a moment. */
    Conventions conventions(Instant at) {
        return new Conventions(choices.book(), at);
    }
}
