package org.ownpath.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.framework.Competency;
import org.ownpath.policy.ReadinessGate;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.FrameworkId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/** When a request is taken, and what a student reads when it is not taken yet. */
class AskingTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final PersonId TEACHER = PersonId.next();
    private static final Competency PERCENT = new Competency(
            CompetencyId.next(),
            FrameworkId.next(),
            Optional.empty(),
            "Mathematics",
            Optional.empty(),
            OptionalInt.of(6),
            "Percent",
            "I can find a percent.",
            List.of(),
            1);
    private static final Offer TWO_DAYS =
            new Offer(List.of(Way.CONVERSATION), true, ReadinessGate.NOTE, Duration.ofDays(2), Optional.of(3));

    private static Request request(Way way, String practised) {
        return new Request(
                DemonstrationId.next(),
                List.of(PERCENT.id()),
                way,
                Optional.empty(),
                "",
                practised,
                new When.Answered(),
                TEACHER,
                Optional.empty());
    }

    private static Demonstration before(Stage stage, Instant changed) {
        return new Demonstration(
                DemonstrationId.next(),
                new StudentId(PersonId.next().value()),
                List.of(PERCENT.id()),
                Way.CONVERSATION,
                "Percent",
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                TEACHER,
                Optional.empty(),
                stage,
                changed,
                changed);
    }

    private static List<String> reasons(Request request, List<Demonstration> before, Optional<String> practice) {
        return Asking.reasons(
                request,
                new Asking.Known(
                        TWO_DAYS,
                        List.of(PERCENT),
                        Optional.empty(),
                        Optional.empty(),
                        before,
                        practice,
                        List.of(TEACHER),
                        NOW));
    }

    @Test
    void a_way_that_the_school_does_not_offer_is_refused() {
        assertThat(reasons(request(Way.CONVERSATION, ""), List.of(), Optional.empty()))
                .isEmpty();
        assertThat(reasons(request(Way.PROJECT, ""), List.of(), Optional.empty()))
                .anyMatch(reason -> reason.contains("does not offer 'A project'"));
    }

    @Test
    void another_try_opens_when_the_days_of_cooling_off_have_passed() {
        Demonstration yesterday = before(Stage.SCORED, NOW.minus(Duration.ofDays(1)));
        assertThat(reasons(request(Way.CONVERSATION, ""), List.of(yesterday), Optional.empty()))
                .singleElement()
                .asString()
                .contains("opens on 11 March");
        Demonstration earlier = before(Stage.SCORED, NOW.minus(Duration.ofDays(2)));
        assertThat(reasons(request(Way.CONVERSATION, ""), List.of(earlier), Optional.empty()))
                .isEmpty();
    }

    @Test
    void after_the_tries_of_a_year_the_teacher_is_asked_first() {
        List<Demonstration> three = Stream.of(40, 30, 20)
                .map(days -> before(Stage.SCORED, NOW.minus(Duration.ofDays(days))))
                .toList();
        assertThat(reasons(request(Way.CONVERSATION, ""), three, Optional.empty()))
                .singleElement()
                .asString()
                .contains("3 times in a year");
        Demonstration longAgo = before(Stage.SCORED, NOW.minus(Duration.ofDays(400)));
        assertThat(reasons(
                        request(Way.CONVERSATION, ""), List.of(three.get(0), three.get(1), longAgo), Optional.empty()))
                .isEmpty();
    }

    @Test
    void what_a_teacher_asked_to_be_practised_first_has_to_be_told_of() {
        Optional<String> practice = Optional.of("Fold three strips.");
        assertThat(reasons(request(Way.CONVERSATION, ""), List.of(), practice))
                .singleElement()
                .asString()
                .contains("Fold three strips.");
        assertThat(reasons(request(Way.CONVERSATION, "I folded six."), List.of(), practice))
                .isEmpty();
    }

    @Test
    void an_open_request_for_the_same_stands_in_the_way_and_a_declined_one_does_not() {
        assertThat(reasons(request(Way.CONVERSATION, ""), List.of(before(Stage.AGREED, NOW)), Optional.empty()))
                .singleElement()
                .asString()
                .contains("still open");
        assertThat(reasons(request(Way.CONVERSATION, ""), List.of(before(Stage.DECLINED, NOW)), Optional.empty()))
                .isEmpty();
    }
}
