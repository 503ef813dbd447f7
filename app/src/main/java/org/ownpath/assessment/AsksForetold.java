package org.ownpath.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.roster.Roster;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Which of the last year's requests to show something could have been made as they were, under other choices. */
@Component
class AsksForetold implements Foretelling {

    private static final Duration YEAR = Duration.ofDays(365);

    private static final Topic TOPIC = Topic.ofAnswers(
            new Topic.Words(
                    "asks",
                    "What students ask to show",
                    "requests of the last year that could be made as they were",
                    "none was made",
                    "Each request of the last 365 days is asked again on its day. Those that could not be made had to wait,"
                            + " or be shown in another way."),
            Settings.ASKS,
            Settings.OWN_PROJECTS,
            Settings.NOMINATES,
            Settings.PRIOR_LEARNING,
            Settings.COOLING_OFF_DAYS,
            Settings.MOST_TRIES);

    private final DemonstrationRows rows;
    private final Frameworks frameworks;
    private final Roster roster;

    AsksForetold(DemonstrationRows rows, Frameworks frameworks, Roster roster) {
        this.rows = rows;
        this.frameworks = frameworks;
        this.roster = roster;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Telling of(List<StudentId> students, Instant at) {
        Map<StudentId, SchoolId> schools = roster.schoolsOf(students);
        Instant since = at.minus(YEAR);
        Map<StudentId, List<Demonstration>> asked =
                rows.asked(students, since.minus(YEAR)).stream().collect(Collectors.groupingBy(Demonstration::student));
        return supposed -> {
            Map<Foretold.Of, Foretold.Side> possible = new HashMap<>();
            asked.forEach((student, all) -> bySubject(all, since).forEach((subject, own) -> {
                Place place = Place.of(student, schools).subject(subject);
                Offer offer = Offering.offer(supposed.choices(), place, at);
                possible.put(new Foretold.Of(student, subject), side(own, all, offer));
            }));
            return possible;
        };
    }

    private Map<String, List<Demonstration>> bySubject(List<Demonstration> asked, Instant since) {
        Map<String, List<Demonstration>> bySubject = new TreeMap<>();
        asked.stream()
                .filter(each -> each.askedAt().isAfter(since))
                .forEach(each -> frameworks
                        .curriculum()
                        .subjectOf(each.competencies())
                        .ifPresent(subject -> bySubject
                                .computeIfAbsent(subject, first -> new ArrayList<>())
                                .add(each)));
        return bySubject;
    }

    private static Foretold.Side side(List<Demonstration> own, List<Demonstration> all, Offer offer) {
        Map<String, Integer> hindered = new HashMap<>();
        int possible = 0;
        for (Demonstration each : own) {
            Optional<String> why = hindrance(each, all, offer);
            why.ifPresent(reason -> hindered.merge(reason, 1, Integer::sum));
            possible += why.isEmpty() ? 1 : 0;
        }
        String others = hindered.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> ", " + each.getValue() + " " + each.getKey())
                .collect(Collectors.joining());
        return new Foretold.Side(possible, possible + " of " + own.size() + " as they were" + others);
    }

    /** Why a request could not have been made on its day, in a few words. */
    private static Optional<String> hindrance(Demonstration asked, List<Demonstration> all, Offer offer) {
        if (!offer.ways().contains(asked.way())) {
            return Optional.of("in a way that is not offered");
        }
        List<Demonstration> before = all.stream()
                .filter(each -> each.changedAt().isBefore(asked.askedAt()))
                .toList();
        if (Asking.opensAgain(offer, before, asked.competencies())
                .filter(opens -> opens.isAfter(asked.askedAt()))
                .isPresent()) {
            return Optional.of("would wait for the days of practice");
        }
        long tries = Asking.tries(before, asked.competencies(), asked.askedAt().minus(YEAR));
        return offer.mostTries().filter(most -> tries >= most).map(most -> "would need a word with the teacher first");
    }
}
