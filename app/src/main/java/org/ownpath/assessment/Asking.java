package org.ownpath.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.framework.Competency;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;

/** Why a request cannot be taken now, each reason kind and with the way on. Pure. */
final class Asking {

    /** The longest text that goes with a request, in characters. */
    static final int LONGEST = 4000;

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final Request request;
    private final Known known;
    private final List<String> reasons = new ArrayList<>();

    private Asking(Request request, Known known) {
        this.request = request;
        this.known = known;
    }

    /**
     * What is known of whoever asks.
     *
     * @param competencies those that the request names and that there are
     * @param task the task that the request names, if it is offered
     * @param before the student's demonstrations, latest asked first
     * @param time the time that the request books, if the student can have it
     * @param practice what the last scorer of the same asked to be practised first; empty when nothing
     */
    record Known(
            Offer offer,
            List<Competency> competencies,
            Optional<Task> task,
            Optional<OpenTime> time,
            List<Demonstration> before,
            Optional<String> practice,
            List<PersonId> teachers,
            Instant now) {}

    static List<String> reasons(Request request, Known known) {
        Asking asking = new Asking(request, known);
        asking.what();
        asking.words();
        asking.when();
        asking.again();
        return asking.reasons;
    }

    /** When another try at any of these competencies opens: after the last result and the days of cooling off. */
    static Optional<Instant> opensAgain(
            Offer offer, Collection<Demonstration> before, Collection<CompetencyId> competencies) {
        return before.stream()
                .filter(d -> d.stage() == Stage.SCORED && !Collections.disjoint(d.competencies(), competencies))
                .map(d -> d.changedAt().plus(offer.coolingOff()))
                .max(Comparator.naturalOrder());
    }

    private void what() {
        need(
                !request.competencies().isEmpty()
                        && known.competencies().size() == request.competencies().size(),
                "What you want to show is in no framework here. Choose it from your path.");
        if (known.offer().ways().isEmpty()) {
            reasons.add("Here your teachers say when something is shown. Talk to one of them.");
            return;
        }
        need(
                known.offer().ways().contains(request.way()),
                "Your school does not offer '" + request.way().words() + "'. Choose another way.");
        need(
                request.way() != Way.TASK || known.task().isPresent(),
                "No task is chosen. Choose one of the tasks, or another way.");
        need(
                known.teachers().contains(request.assessor()),
                "Nobody is chosen to look at it. Choose one of your teachers.");
    }

    private void words() {
        need(
                request.way().question().isEmpty() || !request.note().isBlank(),
                request.way().question() + " Write a sentence or two.");
        need(
                request.note().length() <= LONGEST && request.practised().length() <= LONGEST,
                "What you wrote is longer than " + LONGEST + " characters. Keep the most important.");
    }

    private void when() {
        request.when()
                .wish()
                .ifPresent(wish -> need(
                        wish.isAfter(known.now().minus(CLOCKS_DIFFER)),
                        "The time you wish for has passed. Choose one that is still to come, or leave it empty."));
        need(request.when().booked().isEmpty() || known.time().isPresent(), Bookings.TAKEN);
        need(
                !(request.when() instanceof When.AtOnce)
                        || (request.way() == Way.TASK && known.offer().atOnce()),
                "Only a task of the library is begun at once, where your school allows it. Choose another 'When'.");
    }

    private void again() {
        boolean open = known.before().stream()
                .anyMatch(d -> d.stage().open() && !Collections.disjoint(d.competencies(), request.competencies()));
        need(!open, "You have asked for this already, and it is still open. Look at what you have asked for.");
        opensAgain(known.offer(), known.before(), request.competencies())
                .filter(opens -> opens.isAfter(known.now()))
                .ifPresent(opens -> reasons.add("You showed this a short while ago. Another try opens on "
                        + DAY.format(SchoolTime.day(opens)) + ". Use the days for what your teacher wrote."));
        known.offer()
                .mostTries()
                .ifPresent(most -> need(
                        triesOfTheYear() < most,
                        "You have asked to show this " + most
                                + " times in a year. Talk to your teacher about what would help before the next try."));
        known.practice()
                .ifPresent(practice -> need(
                        !request.practised().isBlank(),
                        "Before another try your teacher suggested: '" + practice
                                + "' Write what you have done of it."));
    }

    private long triesOfTheYear() {
        return tries(known.before(), request.competencies(), known.now().minus(YEAR));
    }

    /** How often any of these competencies was asked for since then and scored. */
    static long tries(Collection<Demonstration> before, Collection<CompetencyId> competencies, Instant since) {
        return before.stream()
                .filter(d -> d.stage() == Stage.SCORED && d.askedAt().isAfter(since))
                .filter(d -> !Collections.disjoint(d.competencies(), competencies))
                .count();
    }

    private void need(boolean holds, String otherwise) {
        if (!holds) {
            reasons.add(otherwise);
        }
    }
}
