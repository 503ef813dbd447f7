package org.ownpath.exchange.xapi;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What a program came for that was let in for one visit of one person: it keeps and reads what is about that person in that
 * registration, and nothing else.
 *
 * @param session names the visit
 * @param agent the person, as JSON
 * @param activity what was opened, as an IRI
 */
public record LearningVisit(UUID session, String agent, UUID registration, String activity) implements Serializable {

    /** A document of the state that the program reads and may not change. */
    public static final String GIVEN = "LMS.LaunchData";

    /** The visit for which the current request came; empty where it came for none. */
    public static Optional<LearningVisit> current() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getDetails() instanceof LearningVisit visit ? Optional.of(visit) : Optional.empty();
    }

    /** Whether an agent is the person of the visit. */
    boolean isOf(Key agent) {
        return Identifier.of(StatementJson.read(this.agent)).orElseThrow().key().equals(agent);
    }

    /** Whether a statement is about the registration of the visit. */
    boolean holds(Kept statement) {
        return StatementJson.read(statement.body())
                .path("context")
                .path("registration")
                .asString("")
                .equals(registration.toString());
    }

    /** Refuses unless the document lies where the program of this visit may read it, or write it if it writes. */
    void requireOwn(LearningDocument.Place place, Optional<String> name, boolean writes) {
        boolean own = switch (place.kind()) {
            case STATE ->
                ofPerson(place)
                        && isHere(place)
                        && !(writes && name.map(GIVEN::equals).orElse(true));
            case AGENT -> ofPerson(place) && !writes;
            case ACTIVITY -> place.activity().filter(activity::equals).isPresent() && !writes;
        };
        if (!own) {
            throw XapiRefused.forbidden("This document is not one that a program may " + (writes ? "change" : "read")
                    + " that was opened for one visit.");
        }
    }

    private boolean ofPerson(LearningDocument.Place place) {
        return place.owner().filter(owner -> isOf(owner.key())).isPresent();
    }

    private boolean isHere(LearningDocument.Place place) {
        return place.registration()
                .map(registration::equals)
                .orElseGet(() -> place.activity().filter(activity::equals).isPresent());
    }
}
