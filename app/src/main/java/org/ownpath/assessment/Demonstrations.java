package org.ownpath.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of demonstrations: a student asks, a teacher answers, the student hands in. */
@Component
public class Demonstrations {

    private static final Duration SHOWN_AFTER_SCORING = Duration.ofDays(14);

    private final DemonstrationRows rows;
    private final TaskRows tasks;
    private final ScoreRows scores;
    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Clock clock;

    Demonstrations(
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

    /** The demonstration, if the viewer may see it: as somebody who may see the student, or as its scorer. */
    public Optional<Demonstration> find(Viewer viewer, DemonstrationId id) {
        return rows.find(id).filter(found -> isSecond(viewer, found) || sees(viewer, found));
    }

    /** Everything that a student has asked for, latest first. */
    public List<Demonstration> ofStudent(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return rows.ofStudent(student);
    }

    /** What is in the viewer's hands, or in anybody's for whoever sees the whole district; what waits longest first. */
    public List<Demonstration> inHandsOf(Viewer viewer) {
        access.requireStaff(viewer);
        Optional<PersonId> own = viewer.seesWholeDistrict() ? Optional.empty() : Optional.of(viewer.person());
        return rows.current(own, clock.instant().minus(SHOWN_AFTER_SCORING));
    }

    /** What happened to a demonstration, first to last. */
    public List<Demonstration.Step> steps(Demonstration demonstration) {
        return rows.steps(demonstration.id());
    }

    /** What was handed in last. */
    public Optional<Demonstration.Work> work(Demonstration demonstration) {
        return rows.work(demonstration.id());
    }

    /** The task that a demonstration goes by, as it was when it was asked for. */
    public Optional<Task> task(Demonstration demonstration) {
        return demonstration.task().flatMap(tasks::edition);
    }

    /** How a demonstration is scored: by its task's rubric where it has one, else by the framework's descriptions. */
    public Rubric rubric(Demonstration demonstration) {
        return task(demonstration)
                .map(task -> task.content().rubric().about(demonstration.competencies()))
                .orElseGet(() ->
                        Rubric.of(frameworks.curriculum().all(demonstration.competencies()), frameworks.curriculum()));
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
    public Optional<Demonstration> lastScored(StudentId student, Collection<CompetencyId> competencies) {
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
                        .filter(score -> score.decides() && score.sheet().practiceFirst())
                        .map(score -> score.sheet().nextStep())
                        .findFirst());
    }

    /** The demonstrations that these pieces of evidence came of; other pieces are left out. */
    public Map<PieceId, DemonstrationId> origins(Collection<PieceId> pieces) {
        return scores.origins(pieces);
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
        Optional<Task> task = request.task().flatMap(tasks::latest).filter(Task::offered);
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

    /**
     * The student or the assessor makes a move.
     *
     * @param words why, or what else there is to say
     * @param meetsAt the time, for a move that gives one
     */
    @Transactional
    public Reply move(Viewer viewer, DemonstrationId id, Move move, String words, Optional<Instant> meetsAt) {
        if (move.by() == Move.By.OTHERS) {
            return Reply.refused("That does not come about by an answer. Choose one of those shown.");
        }
        Demonstration before = mine(viewer, id, move.by());
        Instant now = clock.instant();
        if (move.needsWords() && words.isBlank()) {
            return Reply.refused("A few words are missing. Say why, in a way that helps whoever reads it.");
        }
        if (move == Move.TIME_PROPOSED && meetsAt.filter(now::isBefore).isEmpty()) {
            return Reply.refused("The other time is missing or has passed. Give a day and an hour to come.");
        }
        if (!rows.move(id, move, meetsAt, now)) {
            return Reply.refused("This has moved on: it is " + before.stage().words() + ". Look at it again.");
        }
        rows.addStep(viewer, id, new Demonstration.Step(now, viewer.person(), move, words.strip(), meetsAt));
        access.audit(viewer, "demonstration." + move.code(), id.toString(), words.strip());
        return new Reply.Done();
    }

    /** The student hands in work; until it is scored, a better version can follow. */
    @Transactional
    public Reply handIn(Viewer viewer, DemonstrationId id, String body, String link, List<String> artifacts) {
        mine(viewer, id, Move.By.STUDENT);
        if (body.isBlank() && link.isBlank() && artifacts.isEmpty()) {
            return Reply.refused("There is nothing to hand in yet. Write something, give a link or choose a file.");
        }
        if (!link.isBlank() && !Links.isAddress(link)) {
            return Reply.refused("'" + link + "' is no address of a page. It begins with https://.");
        }
        if (body.length() > 20 * Asking.LONGEST) {
            return Reply.refused("The text has " + body.length() + " characters; " + 20 * Asking.LONGEST
                    + " fit. Attach it as a file.");
        }
        if (!scores.of(id).isEmpty()) {
            return Reply.refused("Somebody has begun to score what you handed in. Talk to your teacher.");
        }
        Instant now = clock.instant();
        if (!rows.move(id, Move.HANDED_IN, Optional.empty(), now)) {
            return Reply.refused("Nothing can be handed in now. Look at where your request is.");
        }
        rows.addWork(viewer, id, new Demonstration.Work(body.strip(), link.strip(), artifacts, now));
        rows.addStep(viewer, id, new Demonstration.Step(now, viewer.person(), Move.HANDED_IN, "", Optional.empty()));
        access.audit(viewer, "demonstration.handed_in", id.toString(), "");
        return new Reply.Done();
    }

    /** Hands a demonstration over to a colleague who teaches the student. */
    @Transactional
    public Reply handOver(Viewer viewer, DemonstrationId id, PersonId to, String words) {
        Demonstration found = mine(viewer, id, Move.By.ASSESSOR);
        if (roster.teachersOf(found.student()).stream()
                .noneMatch(teaching -> teaching.teacher().id().equals(to))) {
            return Reply.refused("Nobody is chosen who teaches this student. Choose one of those shown.");
        }
        if (!found.stage().open()) {
            return Reply.refused("It is " + found.stage().words() + ". There is nothing to hand over.");
        }
        if (found.second().equals(Optional.of(to))) {
            return Reply.refused("That colleague is the second scorer already. Choose another.");
        }
        rows.assess(id, to);
        told(viewer, id, Move.HANDED_OVER, words);
        return new Reply.Done();
    }

    /** Asks a colleague for a second score, given without seeing the first; before anybody has scored. */
    @Transactional
    public Reply inviteSecond(Viewer viewer, DemonstrationId id, PersonId second) {
        Demonstration found = mine(viewer, id, Move.By.ASSESSOR);
        boolean teaches = roster.person(second)
                .filter(person -> person.roles().contains(Role.TEACHER))
                .isPresent();
        if (!teaches || second.equals(found.assessor())) {
            return Reply.refused("Nobody else is chosen. Choose a colleague to score it a second time.");
        }
        if (!scores.of(id).isEmpty() || found.second().isPresent()) {
            return Reply.refused("It is scored already, or a second scorer is chosen. Look at it again.");
        }
        rows.second(id, second);
        told(viewer, id, Move.SECOND_ASKED, "");
        return new Reply.Done();
    }

    private void told(Viewer viewer, DemonstrationId id, Move move, String words) {
        rows.addStep(
                viewer,
                id,
                new Demonstration.Step(clock.instant(), viewer.person(), move, words.strip(), Optional.empty()));
        access.audit(viewer, "demonstration." + move.code(), id.toString(), words.strip());
    }

    private Demonstration mine(Viewer viewer, DemonstrationId id, Move.By by) {
        Demonstration found = rows.find(id)
                .filter(d ->
                        by == Move.By.STUDENT ? d.student().equals(StudentId.of(viewer.person())) : answers(viewer, d))
                .orElse(null);
        if (found == null) {
            throw new NotAllowed("This request is not here, or not yours to answer.");
        }
        return found;
    }

    /** Whether the viewer answers for it: its assessor, or anybody who may record evidence about the student. */
    public boolean answers(Viewer viewer, Demonstration demonstration) {
        return !access.recordable(viewer, Set.of(demonstration.student())).isEmpty();
    }

    /** Whether the viewer may give marks: whoever answers for it, and the second scorer. */
    public boolean mayScore(Viewer viewer, Demonstration demonstration) {
        return answers(viewer, demonstration) || isSecond(viewer, demonstration);
    }

    private static boolean isSecond(Viewer viewer, Demonstration demonstration) {
        return demonstration.second().filter(viewer.person()::equals).isPresent();
    }

    private boolean sees(Viewer viewer, Demonstration demonstration) {
        return !access.visible(viewer, List.of(demonstration.student())).isEmpty();
    }

    /** Those of a task's parallel versions that the student has not shown yet, and that are offered. */
    public List<Task> otherVersions(Demonstration demonstration) {
        Set<Task.Edition> shown = rows.ofStudent(demonstration.student()).stream()
                .flatMap(d -> d.task().stream())
                .collect(Collectors.toSet());
        return task(demonstration).stream()
                .flatMap(task -> tasks.family(task.family()).stream())
                .filter(Task::offered)
                .filter(version -> shown.stream().noneMatch(e -> e.task().equals(version.id())))
                .toList();
    }
}
