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
    private final Clock clock;

    Requests(
            DemonstrationRows rows,
            TaskRows tasks,
            ScoreRows scores,
            Access access,
            Roster roster,
            Frameworks frameworks,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.scores = scores;
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** What the school offers to whoever wants to show something. */
    public Offer offer() {
        return Offer.STANDARD;
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
        return Asking.opensAgain(offer(), rows.ofStudent(student), competencies)
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
        Optional<Task> task = request.task()
                .flatMap(tasks::latest)
                .filter(Task::offered)
                .filter(t -> !Collections.disjoint(t.content().rubric().competencies(), request.competencies()));
        List<String> reasons = Asking.reasons(
                request,
                new Asking.Known(
                        offer(),
                        competencies,
                        task,
                        rows.ofStudent(student),
                        practice(student, request.competencies()),
                        roster.teachersOf(student).stream()
                                .map(teaching -> teaching.teacher().id())
                                .toList(),
                        now));
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        Demonstration asked = asked(student, request, competencies, task, now);
        if (rows.add(asked, viewer)) {
            rows.addStep(
                    viewer,
                    asked.id(),
                    new Demonstration.Step(now, viewer.person(), Move.ASKED, asked.note(), asked.meetsAt()));
            access.audit(viewer, "demonstration.asked", asked.id().toString(), asked.title());
        }
        return new Reply.Done();
    }

    private static Demonstration asked(
            StudentId student, Request request, List<Competency> competencies, Optional<Task> chosen, Instant now) {
        Optional<Task> task = request.way() == Way.TASK ? chosen : Optional.empty();
        boolean whole = task.isPresent() && request.retryOf().isEmpty();
        return new Demonstration(
                request.id(),
                student,
                whole ? task.get().content().rubric().competencies() : request.competencies(),
                request.way(),
                task.map(t -> t.content().title())
                        .orElseGet(() -> competencies.get(0).title() + ": "
                                + request.way().words().toLowerCase(java.util.Locale.ROOT)),
                task.map(Task::reference),
                request.note().strip(),
                request.practised().strip(),
                request.retryOf(),
                request.wishedFor(),
                request.assessor(),
                Optional.empty(),
                Stage.REQUESTED,
                now,
                now);
    }
}
