package org.ownpath.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Judge;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Explained;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.ownpath.policy.Uncounted;
import org.ownpath.shared.ReplayId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * The front door of insight for drafts: what other rules and other answers would change, for how many, for whom and why, before anybody adopts
 * one. Leaders ask; all staff may read the answer, each with the names that are theirs to see.
 */
@Component
public class WhatIf {

    /** A small ledger has been replayed by then, and nobody waits for a page of progress. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static final int MOST_LISTED = 20;

    private final ReplayQueue queue;
    private final ReplayWork work;
    private final ReplayRows rows;
    private final ReplaySubgroups subgroups;
    private final LedgerReading ledger;
    private final Frameworks frameworks;
    private final Rules rules;
    private final DesignChoices choices;
    private final Access access;
    private final Clock clock;

    WhatIf(
            ReplayQueue queue,
            ReplayWork work,
            ReplayRows rows,
            ReplaySubgroups subgroups,
            LedgerReading ledger,
            Frameworks frameworks,
            Rules rules,
            DesignChoices choices,
            Access access,
            Clock clock) {
        this.queue = queue;
        this.work = work;
        this.rows = rows;
        this.subgroups = subgroups;
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.rules = rules;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
    }

    /** Begins to replay the ledger under a proposal, and waits a moment for a small one to be done. */
    public Asked ask(Viewer viewer, Proposal proposal) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Instant now = clock.instant();
        if (!work.anythingDiffers(proposal, now)) {
            return new Asked.Refused(whyNot(proposal));
        }
        if (!queue.hasRoom()) {
            return new Asked.Refused("Too many questions are waiting. Ask again when some of them are answered.");
        }
        ReplayId id = rows.add(viewer, proposal, now);
        access.audit(viewer, "rules.replayed", id.toString(), proposal.title());
        waitFor(queue.start(id));
        return new Asked.Begun(id);
    }

    private static String whyNot(Proposal proposal) {
        List<String> uncounted = proposal.choices().settings().stream()
                .flatMap(change -> Uncounted.of(change.setting()).stream()
                        .map(reason -> change.setting().question() + " " + reason.why()))
                .distinct()
                .toList();
        return uncounted.isEmpty()
                ? "Nothing would change: this is in force already, or something broader is locked. "
                        + "Choose another rule or answer, or change one of its numbers."
                : String.join(" ", uncounted) + " You can adopt it from your draft all the same.";
    }

    private static void waitFor(Future<?> replay) {
        try {
            replay.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException itIsLarge) {
            // the page of progress says so
        } catch (ExecutionException e) {
            throw new IllegalStateException("A replay ended in a way that it does not know of", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One replay, if it is there; who may not see all names is not told of small groups. */
    public Optional<Replay> find(Viewer viewer, ReplayId id) {
        access.requireStaff(viewer);
        Optional<Replay> found = rows.find(id);
        return viewer.seesWholeDistrict() ? found : found.map(replay -> replay.withoutSmallGroups(fewest()));
    }

    /** Of how many students a line must be, so that whoever may not see all names is told of it. */
    public int fewest() {
        return OutcomeLimits.chosen(choices.book(), clock.instant()).fewest();
    }

    /** The newest replays. */
    public List<Replay> latest(Viewer viewer) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        return rows.latest(MOST_LISTED);
    }

    /** Stops a replay that is running; any other is left as it is. */
    public void cancel(Viewer viewer, ReplayId id) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        if (rows.end(id, Replay.Stage.CANCELLED)) {
            access.audit(viewer, "replay.cancelled", id.toString(), "");
        }
    }

    /** What would change for the students that the viewer may see, of all subjects or of one. */
    public List<Changes> students(Viewer viewer, ReplayId id, Optional<String> subject) {
        access.requireStaff(viewer);
        List<Changes> changes = rows.students(id, subject);
        Set<StudentId> visible = access.visible(
                viewer, changes.stream().map(Changes::student).distinct().toList());
        return changes.stream().filter(c -> visible.contains(c.student())).toList();
    }

    /** What of one topic would be another, for the students that the viewer may see. */
    public List<ForetoldChange> changes(Viewer viewer, ReplayId id, String topic) {
        access.requireStaff(viewer);
        List<ForetoldChange> changes = rows.changes(id, topic);
        Set<StudentId> visible = access.visible(
                viewer, changes.stream().map(ForetoldChange::student).distinct().toList());
        return changes.stream().filter(c -> visible.contains(c.student())).toList();
    }

    /** What would change by what the roster tells of students: for whoever sees the whole district, and of all of it. */
    public List<SubgroupChanges> subgroups(Viewer viewer, Replay replay) {
        access.requireStaff(viewer);
        return viewer.seesWholeDistrict() && replay.stage() == Replay.Stage.DONE
                ? subgroups.of(replay, fewest())
                : List.of();
    }

    /** All standings of a student that would move, each judged by both rules, by subject and level. */
    public List<Both> moves(Viewer viewer, Replay replay, StudentId student) {
        return both(viewer, replay, student, frameworks.curriculum().inUse()).stream()
                .filter(both -> both.move() != Move.STAYS)
                .toList();
    }

    /** One standing of a student, judged by both rules. */
    public Both explain(Viewer viewer, Replay replay, StudentId student, Competency competency) {
        return both(viewer, replay, student, List.of(competency)).get(0);
    }

    private List<Both> both(Viewer viewer, Replay replay, StudentId student, Collection<Competency> competencies) {
        access.requireStaff(viewer);
        access.requireView(viewer, student);
        Instant at = replay.askedAt();
        RuleBook today = rules.book();
        RuleBook drafted = replay.proposal().adoptedInto(today, at);
        Map<Showing, History> held = ledger.histories(
                competencies.stream().map(c -> new Showing(student, c.id())).collect(Collectors.toSet()));
        return competencies.stream()
                .map(competency -> {
                    History history = held.getOrDefault(new Showing(student, competency.id()), History.NONE);
                    return new Both(
                            competency,
                            judged(today.inForce(place(competency), at), history, at),
                            judged(drafted.inForce(place(competency), at), history, at));
                })
                .toList();
    }

    private static Place place(Competency competency) {
        return Place.DISTRICT.competency(competency.subject(), competency.level(), competency.id());
    }

    private static Explained judged(RuleVersion version, History history, Instant at) {
        return new Explained(Judge.judge(version.rule(), history.standing(), at), version);
    }
}
