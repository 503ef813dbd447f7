package org.ownpath.assessment.items;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door for whoever takes a test: begin, answer, stop, and see what came of it. */
@Component
public class Tests {

    /** Whom evidence names as its observer when a student took a test of their own accord: the test itself. */
    public static final PersonId OBSERVER = new PersonId(TimeOrdered.named(new UUID(0, 0), "org.ownpath/tests"));

    private final AttemptRows attempts;
    private final OfferRows offers;
    private final Beginning beginning;
    private final TestChoices choices;
    private final Sittings sittings;
    private final Endings endings;
    private final Accommodations accommodations;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Tests(
            AttemptRows attempts,
            OfferRows offers,
            Beginning beginning,
            TestChoices choices,
            Sittings sittings,
            Endings endings,
            Accommodations accommodations,
            Access access,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.attempts = attempts;
        this.offers = offers;
        this.beginning = beginning;
        this.choices = choices;
        this.sittings = sittings;
        this.endings = endings;
        this.accommodations = accommodations;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The competencies in which a student may start a test of their own accord. */
    public Set<CompetencyId> open() {
        return beginning.open();
    }

    /** Whether a student may start a test on a competency of their own accord, once the days between two are over. */
    public boolean offered(StudentId student, CompetencyId competency) {
        return open().contains(competency) && choices.own(student, competency);
    }

    /** Begins a test on a competency, or goes on with the one that has begun. */
    public Start start(Viewer viewer, CompetencyId competency) {
        return beginning.start(viewer, competency);
    }

    /** Begins a test that a teacher offers, or goes on with it. */
    public Start take(Viewer viewer, OfferId id) {
        return beginning.take(viewer, id);
    }

    /** The question that is asked now; empty when the try has ended. Only whoever takes the test sees it. */
    public Optional<Turn> turn(Viewer viewer, AttemptId id) {
        Attempt attempt = own(viewer, attempts.find(id));
        if (attempt.ended().isPresent() || endings.ifOverdue(attempt)) {
            return Optional.empty();
        }
        Sitting sitting = sittings.of(attempt);
        return sitting.next()
                .map(entry -> new Turn(
                        new Turn.Asked(
                                id,
                                entry.item(),
                                attempt.test().title(),
                                attempt.until(),
                                attempt.test().adaptive()),
                        sitting.number(),
                        sitting.most(),
                        entry.question().sheet(sitting.shuffle()),
                        accommodations.of(attempt.student())));
    }

    /**
     * Keeps an answer: when this returns {@link Kept.Stored}, it is in the database for good.
     *
     * @param skip whether the student says that they do not know; a blank answer is then kept as it is
     */
    public Kept answer(Viewer viewer, AttemptId id, Given given, boolean skip) {
        Kept kept = Objects.requireNonNull(transaction.execute(status -> keep(viewer, id, given, skip)));
        if (kept instanceof Kept.Stored stored && stored.last()) {
            endings.settle(id);
        }
        return kept;
    }

    /** An answer to a question. */
    public record Given(ItemId item, Answer answer) {}

    private Kept keep(Viewer viewer, AttemptId id, Given given, boolean skip) {
        Attempt attempt = own(viewer, attempts.hold(id));
        Sitting sitting = sittings.of(attempt);
        Optional<Response> before = sitting.responses().stream()
                .filter(response -> response.item().equals(given.item()))
                .findFirst();
        if (before.isPresent()) {
            return new Kept.AlreadyStored(before.get().number());
        }
        Instant now = clock.instant();
        if (attempt.ended().isPresent() || attempt.overdue(now)) {
            return new Kept.Over();
        }
        Optional<Pool.Entry> asked = sitting.next().filter(entry -> entry.item().equals(given.item()));
        if (asked.isEmpty()) {
            return new Kept.NotAsked();
        }
        Answer answer = skip ? new Answer(java.util.Map.of()) : given.answer().fitting(sheet(asked.get(), sitting));
        if (answer.blank() && !skip) {
            return new Kept.Blank();
        }
        Response response = new Response(
                sitting.number(), given.item(), answer, asked.get().question().score(answer), now);
        attempts.add(id, response, asked.get().version());
        boolean last = sitting.after(response).next().isEmpty();
        if (last) {
            attempts.end(id, new Attempt.End(now, Attempt.Reason.COMPLETE));
        }
        return new Kept.Stored(response.number(), last);
    }

    private static org.ownpath.assessment.items.question.Sheet sheet(Pool.Entry entry, Sitting sitting) {
        return entry.question().sheet(sitting.shuffle());
    }

    /** Ends a try before its last question. */
    public void stop(Viewer viewer, AttemptId id) {
        Attempt attempt = own(viewer, attempts.find(id));
        if (attempt.ended().isEmpty()) {
            endings.end(id, new Attempt.End(clock.instant(), Attempt.Reason.STOPPED));
        }
    }

    /** What came of a try: for whoever took it and for those who may see them; empty while it goes on. */
    public Optional<Report> report(Viewer viewer, AttemptId id) {
        Attempt attempt = attempts.find(id).orElseThrow(Tests::notYours);
        access.requireView(viewer, attempt.student());
        if (endings.ifOverdue(attempt)) {
            return report(viewer, id);
        }
        return attempt.ended().map(end -> {
            Sitting sitting = sittings.of(attempt);
            int waiting = (int) sitting.responses().stream()
                    .filter(response -> response.score().isEmpty())
                    .count();
            return new Report(
                    attempt,
                    Finding.of(attempt, sitting),
                    sitting.responses().size(),
                    waiting,
                    attempt.test().offer().isPresent() ? Optional.empty() : Optional.of(choices.again(attempt)));
        });
    }

    /** A student's tries, the newest first. */
    public List<Attempt> of(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return attempts.of(student);
    }

    /** A test that waits for a student, and their try at it if it has begun. */
    public record Waiting(Offer offer, Optional<Attempt> attempt) {}

    /** What teachers offer to the student who asks. */
    public List<Waiting> waiting(Viewer viewer) {
        access.require(viewer, Role.STUDENT);
        StudentId student = StudentId.of(viewer.person());
        List<Attempt> tries = attempts.of(student);
        return offers.of(beginning.groups(student)).stream()
                .map(offer -> new Waiting(
                        offer,
                        tries.stream()
                                .filter(attempt -> attempt.test().offer().equals(Optional.of(offer.id())))
                                .findFirst()))
                .filter(waiting ->
                        waiting.attempt().isPresent() || waiting.offer().open())
                .toList();
    }

    /** When a student may begin a test on a competency again; empty when at once. */
    public Optional<Instant> again(Viewer viewer, StudentId student, CompetencyId competency) {
        access.requireView(viewer, student);
        return beginning
                .own(student, competency)
                .filter(attempt -> attempt.ended().isPresent())
                .map(choices::again)
                .filter(again -> clock.instant().isBefore(again));
    }

    private static Attempt own(Viewer viewer, Optional<Attempt> attempt) {
        return attempt.filter(
                        found -> viewer.is(Role.STUDENT) && found.student().equals(StudentId.of(viewer.person())))
                .orElseThrow(Tests::notYours);
    }

    private static NotAllowed notYours() {
        return new NotAllowed("This test is somebody else's, or is not here. Your own are under Tests.");
    }
}
