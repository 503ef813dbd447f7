package org.ownpath.assessment.items;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.assessment.items.question.ExtendedText;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door for teachers who give tests: offer one to a group, see what came of it, score what no machine can. */
@Component
public class TestOffers {

    private static final int MOST_MINUTES = 600;

    private final OfferRows offers;
    private final AttemptRows attempts;
    private final ItemRows items;
    private final Sittings sittings;
    private final Endings endings;
    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Clock clock;

    TestOffers(
            OfferRows offers,
            AttemptRows attempts,
            ItemRows items,
            Sittings sittings,
            Endings endings,
            Access access,
            Roster roster,
            Frameworks frameworks,
            Clock clock) {
        this.offers = offers;
        this.attempts = attempts;
        this.items = items;
        this.sittings = sittings;
        this.endings = endings;
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** Offers a test to a group of the viewer's. */
    @Transactional
    public Offered offer(Viewer viewer, Offer.Terms terms) {
        access.requireStaff(viewer);
        List<String> reasons = reasons(viewer, terms);
        if (!reasons.isEmpty()) {
            return new Offered.Refused(reasons);
        }
        Offer offer = new Offer(OfferId.next(), terms, viewer.person(), clock.instant(), Optional.empty());
        offers.add(viewer, offer);
        access.audit(viewer, "test.offered", offer.id().toString(), terms.title());
        return new Offered.Open(offer.id());
    }

    private List<String> reasons(Viewer viewer, Offer.Terms terms) {
        List<String> reasons = new ArrayList<>();
        if (terms.title().isBlank()) {
            reasons.add("The test needs a title, which students and their evidence show.");
        }
        if (!groups(viewer).contains(terms.group())) {
            reasons.add("Choose one of your groups.");
        }
        if (terms.minutes().isPresent()
                && (terms.minutes().getAsInt() < 1 || terms.minutes().getAsInt() > MOST_MINUTES)) {
            reasons.add(terms.minutes().getAsInt() + " minutes cannot be given. Use 1 to " + MOST_MINUTES
                    + ", or leave the timer out.");
        }
        List<Item> released = items.items(terms.bank()).stream()
                .filter(item -> item.state() == Item.State.RELEASED)
                .toList();
        if (terms.items().isPresent()) {
            fixed(terms, released, reasons);
        } else {
            adaptive(terms, released, reasons);
        }
        return reasons;
    }

    private static void fixed(Offer.Terms terms, List<Item> released, List<String> reasons) {
        List<ItemId> wanted = terms.items().orElseThrow();
        if (wanted.isEmpty()) {
            reasons.add("Choose at least one question.");
        }
        if (!released.stream().map(Item::id).collect(Collectors.toSet()).containsAll(wanted)) {
            reasons.add("One of the questions is not in tests. Release it first or leave it out.");
        }
    }

    private void adaptive(Offer.Terms terms, List<Item> released, List<String> reasons) {
        if (terms.competencies().isEmpty()) {
            reasons.add("Choose at least one competency.");
        }
        for (CompetencyId competency : terms.competencies()) {
            long questions = released.stream()
                    .filter(item -> item.content().competency().equals(competency)
                            && item.content().question().scoresItself())
                    .count();
            if (questions < TestTerms.USUAL.fewest()) {
                reasons.add("'" + title(competency) + "' has " + questions
                        + " questions that score themselves; a test that follows "
                        + "the answers needs " + TestTerms.USUAL.fewest()
                        + ". Put more into tests, or choose the questions yourself.");
            }
        }
    }

    private String title(CompetencyId competency) {
        return frameworks
                .curriculum()
                .competency(competency)
                .map(Competency::title)
                .orElse("A competency");
    }

    /** What is offered to the viewer's groups, the newest first. */
    public List<Offer> offers(Viewer viewer) {
        access.requireStaff(viewer);
        return offers.of(groups(viewer));
    }

    /** An offer to one of the viewer's groups. */
    public Optional<Offer> offer(Viewer viewer, OfferId id) {
        access.requireStaff(viewer);
        return offers.find(id)
                .filter(offer -> groups(viewer).contains(offer.terms().group()));
    }

    /** Nobody begins it from now on; whoever has begun may end. */
    @Transactional
    public void close(Viewer viewer, Offer offer) {
        access.requireStaff(viewer);
        offers.close(offer.id(), clock.instant());
        access.audit(viewer, "test.closed", offer.id().toString(), "");
    }

    /** How one student of the group did. */
    public record Result(Person student, Optional<Attempt> attempt, int answered, List<Finding> findings) {}

    /** How the students of the group did, by name. */
    public List<Result> results(Viewer viewer, Offer offer) {
        Map<StudentId, Attempt> tries = new HashMap<>();
        attempts.of(offer.id()).forEach(attempt -> tries.put(attempt.student(), attempt));
        List<Person> students = roster.studentsOf(offer.terms().group());
        Set<StudentId> visible =
                access.visible(viewer, students.stream().map(Person::student).toList());
        return students.stream()
                .filter(student -> visible.contains(student.student()))
                .map(student -> result(student, Optional.ofNullable(tries.get(student.student()))))
                .toList();
    }

    private Result result(Person student, Optional<Attempt> attempt) {
        if (attempt.isEmpty()) {
            return new Result(student, attempt, 0, List.of());
        }
        Sitting sitting = sittings.of(attempt.get());
        return new Result(
                student,
                attempt,
                sitting.responses().size(),
                attempt.get().ended().isPresent() ? Finding.of(attempt.get(), sitting) : List.of());
    }

    /** An answer that a person has to score. */
    public record ToScore(Person student, AttemptId attempt, int number, ExtendedText question, String answer) {}

    /** The answers that wait for a score, student by student. */
    public List<ToScore> toScore(Viewer viewer, Offer offer) {
        List<ToScore> waiting = new ArrayList<>();
        for (Result result : results(viewer, offer)) {
            result.attempt()
                    .filter(attempt -> attempt.ended().isPresent())
                    .ifPresent(attempt -> waiting.addAll(toScore(result.student(), attempt)));
        }
        return waiting;
    }

    private List<ToScore> toScore(Person student, Attempt attempt) {
        Sitting sitting = sittings.of(attempt);
        return sitting.responses().stream()
                .filter(response -> response.score().isEmpty())
                .map(response -> new ToScore(
                        student,
                        attempt.id(),
                        response.number(),
                        (ExtendedText) sitting.pool().entry(response.item()).question(),
                        text(response.answer())))
                .toList();
    }

    private static String text(Answer answer) {
        return answer.given().values().stream().flatMap(List::stream).collect(Collectors.joining("\n"));
    }

    /**
     * Scores an answer. The first score stands. When it was the last that was missing, the test becomes evidence.
     *
     * @param points from 0 to those of the question
     * @return empty when done, otherwise why not
     */
    public Optional<String> score(Viewer viewer, ToScore answer, double points, String comment) {
        access.requireRecord(viewer, Set.of(answer.student().student()));
        int most = answer.question().points();
        if (!(points >= 0 && points <= most)) {
            return Optional.of("Give from 0 to " + most + " points.");
        }
        attempts.score(
                answer.attempt(),
                answer.number(),
                new AttemptRows.Scored(
                        points / most, comment.strip(), viewer.person().value(), clock.instant()));
        access.audit(viewer, "test.scored", answer.attempt().toString(), "question " + answer.number());
        endings.settle(answer.attempt());
        return Optional.empty();
    }

    private Set<GroupId> groups(Viewer viewer) {
        return roster.groupsFor(viewer).stream().map(StudyGroup::id).collect(Collectors.toSet());
    }
}
