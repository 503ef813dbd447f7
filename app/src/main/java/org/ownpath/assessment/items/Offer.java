package org.ownpath.assessment.items;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.PersonId;

/** A test that a teacher offers to a group. */
public record Offer(OfferId id, Terms terms, PersonId by, Instant at, Optional<Instant> closedAt) {

    /**
     * What is offered.
     *
     * @param items a fixed test's questions in their order; empty: the test is adaptive
     * @param minutes how long it may take; empty: no timer
     */
    public record Terms(
            BankId bank,
            GroupId group,
            String title,
            List<CompetencyId> competencies,
            Optional<List<ItemId>> items,
            OptionalInt minutes) {

        /** Keeps copies. */
        public Terms {
            competencies = List.copyOf(competencies);
            items = items.map(List::copyOf);
        }
    }

    /** Whether it can still be begun. */
    public boolean open() {
        return closedAt.isEmpty();
    }
}
