package org.ownpath.assessment.items;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Supposed;
import org.ownpath.policy.Topic;
import org.ownpath.roster.Roster;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Which of the last year's tests that students started by themselves could have been started when they were. */
@Component
class TestsForetold implements Foretelling {

    private static final Duration YEAR = Duration.ofDays(365);

    private static final Topic TOPIC = Topic.ofAnswers(
            new Topic.Words(
                    "tests",
                    "Tests that students start by themselves",
                    "tests of the last year that could be started when they were",
                    "none was started",
                    "Each test of a student's own of the last 365 days, on its day. The others had to wait, or would have"
                            + " been offered by a teacher."),
            Settings.OWN_TESTS,
            Settings.DAYS_BETWEEN_TESTS);

    private final AttemptRows attempts;
    private final Frameworks frameworks;
    private final Roster roster;

    TestsForetold(AttemptRows attempts, Frameworks frameworks, Roster roster) {
        this.attempts = attempts;
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
        Map<StudentId, List<Attempt>> own =
                attempts.own(students, at.minus(YEAR)).stream().collect(Collectors.groupingBy(Attempt::student));
        return supposed -> {
            Map<Foretold.Of, Foretold.Side> possible = new HashMap<>();
            own.forEach((student, all) -> bySubject(all).forEach((subject, tries) -> {
                Place place = Place.of(student, schools).subject(subject);
                possible.put(new Foretold.Of(student, subject), side(tries, supposed, place));
            }));
            return possible;
        };
    }

    private Map<String, List<Attempt>> bySubject(List<Attempt> all) {
        Map<String, List<Attempt>> bySubject = new TreeMap<>();
        all.forEach(each -> frameworks
                .curriculum()
                .subjectOf(each.test().competencies())
                .ifPresent(subject -> bySubject
                        .computeIfAbsent(subject, first -> new ArrayList<>())
                        .add(each)));
        return bySubject;
    }

    private static Foretold.Side side(List<Attempt> tries, Supposed supposed, Place place) {
        boolean allowed = supposed.inForce(Settings.OWN_TESTS, place);
        Duration between = Duration.ofDays(supposed.inForce(Settings.DAYS_BETWEEN_TESTS, place));
        int possible = allowed
                ? (int) tries.stream()
                        .filter(each -> open(each, tries, between))
                        .count()
                : 0;
        return new Foretold.Side(possible, possible + " of " + tries.size() + " when they were started");
    }

    /** Whether enough days had passed since the student's last test on the same. */
    private static boolean open(Attempt attempt, List<Attempt> tries, Duration between) {
        return tries.stream()
                .filter(before -> before.startedAt().isBefore(attempt.startedAt()))
                .filter(before -> !Collections.disjoint(
                        before.test().competencies(), attempt.test().competencies()))
                .noneMatch(before -> before.ended()
                        .map(Attempt.End::at)
                        .orElse(before.startedAt())
                        .plus(between)
                        .isAfter(attempt.startedAt()));
    }
}
