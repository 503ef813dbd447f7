package org.ownpath.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
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
    private final Bookings bookings;
    private final Steps steps;
    private final Access access;
    private final Frameworks frameworks;
    private final Clock clock;

    Demonstrations(
            DemonstrationRows rows,
            TaskRows tasks,
            ScoreRows scores,
            Bookings bookings,
            Steps steps,
            Access access,
            Frameworks frameworks,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.scores = scores;
        this.bookings = bookings;
        this.steps = steps;
        this.access = access;
        this.frameworks = frameworks;
        this.clock = clock;
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

    /** The demonstrations that these pieces of evidence came of; other pieces are left out. */
    public Map<PieceId, DemonstrationId> origins(Collection<PieceId> pieces) {
        return scores.origins(pieces);
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
        if (before.way() == Way.SHORT_CHECK && move.by() == Move.By.STUDENT) {
            return Reply.refused("Your teacher began this check. Say to your teacher what is in the way.");
        }
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
        if (!move.keepsTime() && bookings.free(id) && meetsAt.isEmpty()) {
            rows.clearTime(id);
        }
        steps.add(viewer, before, move, words, meetsAt);
        return new Reply.Done();
    }

    /** The student hands in work; until it is scored, a better version can follow. */
    @Transactional
    public Reply handIn(Viewer viewer, DemonstrationId id, String body, String link, List<String> artifacts) {
        Demonstration found = mine(viewer, id, Move.By.STUDENT);
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
        steps.add(viewer, found, Move.HANDED_IN, "");
        return new Reply.Done();
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
}
