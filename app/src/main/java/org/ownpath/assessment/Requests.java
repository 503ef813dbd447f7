package org.ownpath.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door for students who want to show something: what they are offered, whom they can ask, and asking. */
@Component
public class Requests {

    private final DemonstrationRows rows;
    private final TaskRows tasks;
    private final ScoreRows scores;
    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Offering offering;
    private final Bookings bookings;
    private final Steps steps;
    private final Clock clock;

    Requests(
            DemonstrationRows rows,
            TaskRows tasks,
            ScoreRows scores,
            Access access,
            Roster roster,
            Frameworks frameworks,
            Offering offering,
            Bookings bookings,
            Steps steps,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.scores = scores;
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.offering = offering;
        this.bookings = bookings;
        this.steps = steps;
        this.clock = clock;
    }

    /** What the school offers to a student who wants to show something. */
    public Offer offer(StudentId student, Competency competency) {
        return offering.to(student, competency);
    }

    /** The chance of recall below which a short check of it is proposed; 0 for never. */
    public double recallToCheck(Competency competency) {
        return offering.recall(competency);
    }

    /** Whom a student can ask about a competency: who teaches its subject comes first. */
    public List<Teaching> assessors(StudentId student, Competency competency) {
        return roster.teachersOf(student).stream()
                .filter(teaching -> teaching.covers(competency.subject()))
                .sorted(java.util.Comparator.comparing(
                        teaching -> teaching.group().subjects().isEmpty()))
                .toList();
    }

    /** The student's own last demonstration of any of these competencies that was scored. */
    private Optional<Demonstration> lastScored(StudentId student, Collection<CompetencyId> competencies) {
        return rows.ofStudent(student).stream()
                .filter(d -> d.stage() == Stage.SCORED && !Collections.disjoint(d.competencies(), competencies))
                .findFirst();
    }

    /** When another try at any of these competencies opens for the student; empty when it is open. */
    public Optional<Instant> opensAgain(StudentId student, Collection<CompetencyId> competencies) {
        return frameworks.curriculum().all(competencies).stream()
                .findFirst()
                .flatMap(first -> Asking.opensAgain(offer(student, first), rows.ofStudent(student), competencies))
                .filter(opens -> opens.isAfter(clock.instant()));
    }

    /** What the last scorer of any of these competencies asked the student to practise first. */
    public Optional<String> practice(StudentId student, Collection<CompetencyId> competencies) {
        return lastScored(student, competencies)
                .flatMap(last -> scores.of(last.id()).stream()
                        .filter(score ->
                                score.decides() && score.sheet().feedback().practiceFirst())
                        .map(score -> score.sheet().feedback().nextStep())
                        .findFirst());
    }

    /** Those of a task's parallel versions that the student has not shown yet, and that are offered. */
    public List<Task> otherVersions(Demonstration demonstration) {
        Set<TaskId> shown = rows.ofStudent(demonstration.student()).stream()
                .flatMap(d -> d.task().stream())
                .map(Task.Edition::task)
                .collect(Collectors.toSet());
        return demonstration.task().flatMap(tasks::edition).stream()
                .flatMap(task -> tasks.family(task.family()).stream())
                .filter(Task::offered)
                .filter(version -> !shown.contains(version.id()))
                .toList();
    }

    /** A student asks to show something. */
    @Transactional
    public Reply ask(Viewer viewer, Request request) {
        access.require(viewer, Role.STUDENT);
        StudentId student = StudentId.of(viewer.person());
        Instant now = clock.instant();
        if (rows.find(request.id())
                .filter(known -> known.student().equals(student))
                .isPresent()) {
            return new Reply.Done();
        }
        List<Competency> competencies = frameworks.curriculum().all(request.competencies());
        if (competencies.isEmpty()) {
            return Reply.refused("What you want to show is in no framework here. Choose it from your path.");
        }
        List<PersonId> teachers = roster.teachersOf(student).stream()
                .map(teaching -> teaching.teacher().id())
                .toList();
        Asking.Known known = new Asking.Known(
                offer(student, competencies.get(0)),
                competencies,
                task(request),
                request.when().booked().flatMap(time -> bookings.open(student, request.id(), time, teachers)),
                rows.ofStudent(student),
                practice(student, request.competencies()),
                teachers,
                now);
        Request whole =
                known.time().map(time -> request.lookedAtBy(time.teacher())).orElse(request);
        List<String> reasons = Asking.reasons(whole, known);
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        begin(viewer, asked(student, whole, known), known.time(), whole.when());
        return new Reply.Done();
    }

    /** The task that a request names, if it is offered and shows what is asked for. */
    private Optional<Task> task(Request request) {
        return request.task()
                .flatMap(tasks::latest)
                .filter(Task::offered)
                .filter(t -> !Collections.disjoint(t.content().rubric().competencies(), request.competencies()));
    }

    private void begin(Viewer viewer, Demonstration asked, Optional<OpenTime> time, When when) {
        if (!rows.add(asked, viewer)) {
            return;
        }
        if (time.isPresent()) {
            bookings.take(viewer, asked, time.get());
        } else {
            Move move = when instanceof When.AtOnce ? Move.BEGUN : Move.ASKED;
            steps.add(viewer, asked, move, asked.note(), asked.meetsAt());
        }
    }

    private static Demonstration asked(StudentId student, Request request, Asking.Known known) {
        Optional<Task> task = request.way() == Way.TASK ? known.task() : Optional.empty();
        boolean agreed = known.time().isPresent() || request.when() instanceof When.AtOnce;
        boolean whole = task.isPresent() && request.retryOf().isEmpty();
        return new Demonstration(
                request.id(),
                student,
                whole ? task.get().content().rubric().competencies() : request.competencies(),
                request.way(),
                task.map(t -> t.content().title())
                        .orElseGet(() -> known.competencies().get(0).title() + ": "
                                + request.way().words().toLowerCase(java.util.Locale.ROOT)),
                task.map(Task::reference),
                request.note().strip(),
                request.practised().strip(),
                request.retryOf(),
                known.time().map(OpenTime::begins).or(request.when()::wish),
                request.assessor(),
                Optional.empty(),
                agreed ? Stage.AGREED : Stage.REQUESTED,
                known.now(),
                known.now());
    }
}
