package org.ownpath.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of pathway for a student's plan: goals proposed, agreed, reviewed, and reached by evidence. */
@Component
public class Goals {

    private final GoalRows rows;
    private final GoalReading reading;
    private final GoalRights rights;
    private final Access access;
    private final Frameworks frameworks;
    private final Mastery mastery;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Goals(
            GoalRows rows,
            GoalReading reading,
            GoalRights rights,
            Access access,
            Frameworks frameworks,
            Mastery mastery,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.reading = reading;
        this.rights = rights;
        this.access = access;
        this.frameworks = frameworks;
        this.mastery = mastery;
        this.clock = clock;
        this.events = events;
    }

    /** What became of a goal that was proposed. */
    public sealed interface Proposing {}

    /** It is there; to propose it again changes nothing. */
    public record Proposed(GoalId goal) implements Proposing {}

    /** It cannot be taken; each reason has the remedy. */
    public record Refused(List<String> reasons) implements Proposing {}

    /**
     * Proposes a goal: a student for oneself, or staff for a student of theirs. Where the school lets one side decide, it
     * is agreed at once.
     *
     * @param id chosen by the sender: proposing the same goal twice keeps it once
     */
    @Transactional
    public Proposing propose(Viewer viewer, GoalId id, StudentId student, Goal.Wish wish) {
        Side side = rights.side(viewer, student);
        Optional<String> subject = rights.subject(wish);
        if (!rights.mayPropose(side, student, subject)) {
            throw new NotAllowed("Goals of this student are proposed by others. You can say what you think of each.");
        }
        Curriculum curriculum = frameworks.curriculum();
        Map<CompetencyId, Standing> standings = mastery.of(student);
        List<String> reasons = GoalCheck.reasons(wish, curriculum, standings, today());
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        Goal.Proposal proposal = new Goal.Proposal(viewer.person(), side, clock.instant());
        Goal goal = new Goal(id, student, wish, GoalCheck.way(wish, curriculum, standings), proposal, List.of());
        if (rows.add(goal)) {
            access.audit(viewer, "goal.proposed", id.toString(), "");
            if (rights.holdsAtOnce(side, student, subject)) {
                step(viewer, goal, TimeOrdered.next(), Goal.Kind.AGREED, "");
            }
        }
        return new Proposed(id);
    }

    /** What happened to a goal before it came here: what was done about it and said about it. */
    public record Past(List<Goal.Words> words, List<PathChange> changes) {}

    /** Takes in a goal from before, with its steps; what lay before the student then is found anew. */
    @Transactional
    public void takeIn(Viewer viewer, Goal goal, Past past) {
        access.require(viewer, Role.ADMINISTRATOR);
        Curriculum curriculum = frameworks.curriculum();
        Map<CompetencyId, Standing> then = new HashMap<>(mastery.of(goal.student()));
        then.values()
                .removeIf(standing -> standing.masteredAt()
                        .filter(at -> at.isBefore(goal.proposal().at()))
                        .isEmpty());
        List<CompetencyId> way = GoalCheck.way(goal.wish(), curriculum, then);
        rows.add(new Goal(goal.id(), goal.student(), goal.wish(), way, goal.proposal(), List.of()));
        goal.steps().forEach(step -> rows.addStep(goal.id(), TimeOrdered.next(), step));
        past.changes().forEach(change -> rows.addChange(goal.id(), TimeOrdered.next(), change, goal.proposal()));
        past.words().forEach(words -> rows.addWords(goal.id(), TimeOrdered.next(), words));
        access.audit(viewer, "goal.taken-in", goal.id().toString(), "");
        changed(goal);
    }

    /** The goal, if it is there and the viewer may see the student. */
    public Optional<GoalProgress> find(Viewer viewer, GoalId id) {
        Optional<Goal> goal = rows.find(id);
        goal.ifPresent(found -> access.requireView(viewer, found.student()));
        return goal.map(found -> reading.progress(found, rows.changes(id)));
    }

    /** The same as it stood then; empty where it was not proposed yet. */
    public Optional<GoalProgress> find(Viewer viewer, GoalId id, AsOf asOf) {
        return asOf.earlier().isEmpty()
                ? find(viewer, id)
                : rows.find(id).stream()
                        .flatMap(goal -> of(viewer, goal.student(), asOf).stream())
                        .filter(progress -> progress.goal().id().equals(id))
                        .findFirst();
    }

    /** The goals of a student whom the viewer may see, by when each is wanted. */
    public List<GoalProgress> of(Viewer viewer, StudentId student) {
        return of(viewer, student, AsOf.now());
    }

    /** The same as they stood then. */
    public List<GoalProgress> of(Viewer viewer, StudentId student, AsOf asOf) {
        access.requireView(viewer, student);
        return reading.of(student, asOf);
    }

    /** The goals of these students, by when each is wanted. Shown to nobody as they are: who may see whom is not asked. */
    public List<GoalProgress> of(Collection<StudentId> students) {
        return reading.of(students);
    }

    /**
     * What a viewer may do about a goal now.
     *
     * @param agree to say yes to what the other side proposed
     * @param work to adjust the path, review it and give it up
     */
    public record May(boolean agree, boolean work) {}

    /** What the viewer, who may see the student, may do about the goal now. */
    public May may(Viewer viewer, GoalProgress progress) {
        return rights.may(viewer, progress);
    }

    /** Whether the viewer, who may see the student, may propose a goal in this subject, or across subjects. */
    public boolean mayPropose(Viewer viewer, StudentId student, Optional<String> subject) {
        return rights.mayPropose(rights.side(viewer, student), student, subject);
    }

    /**
     * Says yes to what the other side has proposed; a family may, for a child of its own.
     *
     * @return why not; empty when it is agreed
     */
    @Transactional
    public Optional<String> agree(Viewer viewer, GoalId id) {
        GoalProgress progress = require(viewer, id);
        if (progress.goal().agreed()) {
            return Optional.empty();
        }
        if (!may(viewer, progress).agree()) {
            return Optional.of("This goal is not yours to agree to: it waits for "
                    + (progress.goal().proposal().side() == Side.SCHOOL ? "the student." : "a teacher."));
        }
        step(viewer, progress.goal(), TimeOrdered.next(), Goal.Kind.AGREED, "");
        return Optional.empty();
    }

    /**
     * Notes that the goal was looked at together.
     *
     * @param again when to look at it again
     * @return why not; empty when it is noted
     */
    @Transactional
    public Optional<String> review(Viewer viewer, GoalId id, UUID sent, String words, LocalDate again) {
        GoalProgress progress = require(viewer, id);
        if (!may(viewer, progress).work() || !progress.active()) {
            return Optional.of(
                    "Only a goal that is agreed and still worked on is reviewed, by the student or the school.");
        }
        if (words.isBlank() || words.strip().length() > GoalCheck.LONGEST_REASON) {
            return Optional.of("Write what you saw, in up to " + GoalCheck.LONGEST_REASON + " characters.");
        }
        if (!again.isAfter(today())) {
            return Optional.of("The next look on " + again + " is not ahead. Choose a day after today.");
        }
        Goal.Step step =
                new Goal.Step(Goal.Kind.REVIEWED, words.strip(), Optional.of(again), viewer.person(), clock.instant());
        if (rows.addStep(id, sent, step)) {
            access.audit(viewer, "goal.reviewed", id.toString(), "");
        }
        return Optional.empty();
    }

    /**
     * Gives a goal up.
     *
     * @return why not; empty when it is given up
     */
    @Transactional
    public Optional<String> drop(Viewer viewer, GoalId id, String why) {
        GoalProgress progress = require(viewer, id);
        if (progress.goal().dropped()) {
            return Optional.empty();
        }
        if (!may(viewer, progress).work()) {
            return Optional.of("This goal is not yours to give up. Say below what you think of it.");
        }
        if (why.isBlank() || why.strip().length() > GoalCheck.LONGEST_REASON) {
            return Optional.of("Write why, in up to " + GoalCheck.LONGEST_REASON + " characters.");
        }
        step(viewer, progress.goal(), TimeOrdered.next(), Goal.Kind.DROPPED, why.strip());
        return Optional.empty();
    }

    /** The goal, which has to be there. */
    GoalProgress require(Viewer viewer, GoalId id) {
        return find(viewer, id).orElseThrow(() -> new IllegalStateException("There is no goal " + id));
    }

    private void step(Viewer viewer, Goal goal, UUID sent, Goal.Kind kind, String words) {
        Goal.Step step = new Goal.Step(kind, words, Optional.empty(), viewer.person(), clock.instant());
        if (rows.addStep(goal.id(), sent, step)) {
            access.audit(viewer, "goal." + kind.code(), goal.id().toString(), "");
            changed(goal);
        }
    }

    /** Tells whoever follows that the student's goals are others. */
    void changed(Goal goal) {
        events.publishEvent(new GoalsChanged(DistrictScope.require(), goal.student()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
