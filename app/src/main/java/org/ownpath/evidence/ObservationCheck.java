package org.ownpath.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.engine.Form;
import org.ownpath.engine.Result;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;

/** Why an observation cannot be taken, each reason with the value and the remedy. Pure. */
final class ObservationCheck {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private ObservationCheck() {}

    static List<Reason> found(Observation observation, Curriculum curriculum, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        checkSize(observation, reasons);
        checkDate(observation.shownAt(), now).ifPresent(why -> reasons.add(new Reason("shown_at", why)));
        if (observation.nature().form() == Form.PROFESSIONAL_JUDGEMENT
                && observation.note().map(String::isBlank).orElse(true)) {
            reasons.add(new Reason("note", "A professional judgement needs its reason. Write it as the note."));
        }
        Set<Showing> seen = new HashSet<>();
        for (Observation.Rating rating : observation.ratings()) {
            if (!seen.add(rating.showing())) {
                reasons.add(new Reason(
                        "", "One student is rated twice in the same competency. Keep one of the two ratings."));
            }
            checkRating(rating, curriculum).ifPresent(reasons::add);
        }
        return reasons.size() < 2 ? reasons : reasons.stream().distinct().toList();
    }

    /** Why a date cannot be when something was shown. */
    static Optional<String> checkDate(Instant shownAt, Instant now) {
        if (shownAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            return Optional.of("The date " + shownAt + " lies in the future. Give the day on which it was shown.");
        }
        return shownAt.isBefore(EARLIEST)
                ? Optional.of("The date " + shownAt + " lies before 1990. Give the day on which it was shown.")
                : Optional.empty();
    }

    private static void checkSize(Observation observation, List<Reason> reasons) {
        int ratings = observation.ratings().size();
        if (ratings == 0) {
            reasons.add(new Reason("", "Nobody is rated. Rate at least one student."));
        }
        if (ratings > Observation.MOST_RATINGS) {
            reasons.add(new Reason(
                    "",
                    ratings + " ratings are more than one piece may hold (" + Observation.MOST_RATINGS
                            + "). Split it, or import a file."));
        }
        observation
                .note()
                .filter(note -> note.length() > Observation.LONGEST_NOTE)
                .ifPresent(note -> reasons.add(new Reason(
                        "note",
                        "The note has " + note.length() + " characters; " + Observation.LONGEST_NOTE
                                + " fit. Shorten it, or attach it as a file.")));
    }

    private static Optional<Reason> checkRating(Observation.Rating rating, Curriculum curriculum) {
        Optional<Competency> competency = curriculum.competency(rating.competency());
        if (competency.isEmpty()) {
            return Optional.of(new Reason(
                    "competency",
                    "No competency '" + rating.competency()
                            + "' is in this district's frameworks. Pick one of those that are."));
        }
        return rating.result() instanceof Result.Rated rated
                ? curriculum.scaleOf(competency.get()).refusal(rated.value()).map(why -> new Reason("rating", why))
                : Optional.empty();
    }
}
