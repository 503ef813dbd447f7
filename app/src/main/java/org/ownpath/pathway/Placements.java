package org.ownpath.pathway;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.Ladder;
import org.ownpath.framework.Competency;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Place;
import org.ownpath.policy.PlacementSource;
import org.ownpath.policy.Settings;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** Where students begin on the ladders, as the school has chosen at a moment. */
record Placements(ChoiceBook choices, Instant moment) {

    /** Whether evidence places students in a subject. */
    boolean any(String subject) {
        return choices.inForce(Settings.PLACEMENT, Place.DISTRICT.subject(subject), moment)
                == PlacementSource.FIRST_MASTERY;
    }

    /** Whether evidence places students in the subject of these competencies. */
    boolean any(List<Competency> ofOneSubject) {
        return !ofOneSubject.isEmpty() && any(ofOneSubject.get(0).subject());
    }

    /** The level where each begins, by when what stands mastered of a subject was. */
    Map<StudentId, OptionalInt> begins(
            List<Competency> competencies, Map<StudentId, Map<CompetencyId, Instant>> mastered) {
        String subject = competencies.get(0).subject();
        Map<StudentId, OptionalInt> begins = new HashMap<>();
        mastered.forEach((student, own) -> begins.put(student, begins(subject, competencies, own)));
        return begins;
    }

    /**
     * The level below which whatever was not shown counts as known; empty for who began at the foot.
     *
     * @param competencies of the subject, each with a level
     * @param mastered when each that stands mastered was
     */
    OptionalInt begins(String subject, List<Competency> competencies, Map<CompetencyId, Instant> mastered) {
        if (!any(subject)) {
            return OptionalInt.empty();
        }
        int foot = competencies.stream().mapToInt(Placements::level).min().orElse(0);
        return competencies.stream()
                .filter(c -> mastered.containsKey(c.id()))
                .min(Comparator.comparing((Competency c) -> mastered.getOrDefault(c.id(), Instant.MAX))
                        .thenComparing(Placements::level))
                .stream()
                .mapToInt(Placements::level)
                .filter(level -> level > foot)
                .findFirst();
    }

    /** The place on the rungs from the beginning on. */
    static Ladder.Position position(List<Ladder.Rung> rungs, OptionalInt begins) {
        return Ladder.position(rungs.stream()
                .filter(rung -> begins.isEmpty() || rung.level() >= begins.getAsInt())
                .toList());
    }

    /** What lies below the beginning and does not stand mastered. */
    static Set<CompetencyId> passed(
            List<Competency> competencies, OptionalInt begins, Map<CompetencyId, Instant> mastered) {
        return competencies.stream()
                .filter(c -> begins.isPresent() && level(c) < begins.getAsInt())
                .map(Competency::id)
                .filter(id -> !mastered.containsKey(id))
                .collect(Collectors.toSet());
    }

    private static int level(Competency competency) {
        return competency.level().orElseThrow();
    }
}
