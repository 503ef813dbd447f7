package org.ownpath.pathway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;

/**
 * Something that a student can do to learn, in or out of school, on any day of the year.
 *
 * @param vetting what somebody of the school said of it as it is now; empty while nobody has looked
 * @param answer how its link answered when it was last asked; empty without a link and while it was not asked
 */
public record Activity(
        ActivityId id,
        Described described,
        PersonId addedBy,
        boolean retired,
        Optional<Vetting> vetting,
        Optional<Answer> answer) {

    /**
     * What it is.
     *
     * @param about what one does, in a few sentences
     * @param competencies what it is good for
     */
    public record Described(
            ActivityKind kind,
            String title,
            String about,
            String provider,
            Held held,
            Optional<String> link,
            List<CompetencyId> competencies,
            List<String> tags) {

        /** Keeps its own copies of the lists. */
        public Described {
            competencies = List.copyOf(competencies);
            tags = List.copyOf(tags);
        }
    }

    /**
     * Where and when.
     *
     * @param meets in words: "Tuesdays, 15:30 to 16:30"
     * @param firstDay empty where it can begin on any day
     * @param lastDay empty where it goes on
     */
    public record Held(
            boolean inSchool, String place, String meets, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {}

    /** What somebody of the school said of it. */
    public record Vetting(boolean fit, String words, PersonId by, Instant at) {}

    /** How a link answered. */
    public record Answer(boolean alive, String words, Instant at) {}

    /** Whether somebody of the school has found it fit for students, as it is now. */
    public boolean vetted() {
        return vetting.filter(Vetting::fit).isPresent();
    }

    /** Whether it has a link that did not answer well when it was last asked, or was never asked. */
    public boolean linkMissing() {
        return described.link().isPresent() && answer.filter(Answer::alive).isEmpty();
    }

    /** Whether its last day is past. */
    public boolean over(LocalDate today) {
        return described.held().lastDay().filter(last -> last.isBefore(today)).isPresent();
    }

    /** The link, where students may follow it. */
    public Optional<String> openLink() {
        return vetted() && !linkMissing() ? described.link() : Optional.empty();
    }
}
