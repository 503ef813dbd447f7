package org.ownpath.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of support for plans: agreed, worked on, checked again, closed. */
@Component
public class Plans {

    private static final int LONGEST_AIM = 1000;
    private static final int LONGEST_WORDS = 2000;

    private final PlanRows rows;
    private final Rechecks rechecks;
    private final Access access;
    private final Roster roster;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Plans(
            PlanRows rows,
            Rechecks rechecks,
            Access access,
            Roster roster,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.rechecks = rechecks;
        this.access = access;
        this.roster = roster;
        this.clock = clock;
        this.events = events;
    }

    /** What became of a plan that was handed in. */
    public sealed interface Opening {}

    /** It is agreed; to hand it in again changes nothing. */
    public record Opened(PlanId plan) implements Opening {}

    /** It cannot be taken; each reason has the remedy. */
    public record Refused(List<String> reasons) implements Opening {}

    /**
     * Opens a plan for a student of the viewer's.
     *
     * @param id chosen by the sender: handing in the same plan twice opens it once
     */
    @Transactional
    public Opening open(Viewer viewer, PlanId id, StudentId student, Plan.Agreement agreement) {
        access.requireRecord(viewer, Set.of(student));
        List<String> reasons = reasons(agreement);
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        if (rows.find(id).isEmpty()) {
            rows.add(new Plan(
                    id,
                    student,
                    agreement,
                    rechecks.at(student, agreement.competencies(), clock.instant()),
                    viewer.person(),
                    clock.instant(),
                    Optional.empty()));
            access.audit(viewer, "plan.opened", id.toString(), agreement.kind().words());
            tellOpened(viewer, id, student, agreement);
        }
        return new Opened(id);
    }

    /** What happened to a plan before it came here: its sessions, what was said, and why and when it was closed, if so. */
    public record Past(List<Plan.Session> sessions, List<Plan.Words> words, Optional<Plan.Words> closedBecause) {}

    /** Takes in a plan that began before; how it ended is told by the evidence. */
    @Transactional
    public void takeIn(Viewer viewer, Plan plan, Past past) {
        access.require(viewer, Role.ADMINISTRATOR);
        Plan begun = new Plan(
                plan.id(),
                plan.student(),
                plan.agreement(),
                rechecks.at(plan.student(), plan.agreement().competencies(), plan.openedAt()),
                plan.openedBy(),
                plan.openedAt(),
                Optional.empty());
        rows.add(begun);
        past.sessions()
                .forEach(session ->
                        rows.addSession(plan.id(), TimeOrdered.next(), session, plan.openedBy(), clock.instant()));
        past.words().forEach(words -> rows.addWords(plan.id(), words));
        past.closedBecause().ifPresent(why -> {
            Plan.Recheck found = rechecks.of(begun, why.at());
            rows.close(plan.id(), new Plan.Closing(found.outcome(), found.pieces(), why.words(), why.by(), why.at()));
        });
        access.audit(viewer, "plan.taken-in", plan.id().toString(), "");
        if (past.closedBecause().isEmpty()) {
            tellOpened(viewer, plan.id(), plan.student(), plan.agreement());
        }
    }

    private void tellOpened(Viewer viewer, PlanId id, StudentId student, Plan.Agreement agreement) {
        events.publishEvent(new PlanOpened(
                viewer.district(), id, student, agreement.subject(), agreement.owner(), viewer.person()));
    }

    /** The plan, if it is there and the viewer may see the student. */
    public Optional<Plan> find(Viewer viewer, PlanId id) {
        Optional<Plan> plan = rows.find(id);
        plan.ifPresent(found -> access.requireView(viewer, found.student()));
        return plan;
    }

    /** The same as it stood then; empty where it had not begun. */
    public Optional<Plan> find(Viewer viewer, PlanId id, AsOf asOf) {
        return find(viewer, id).flatMap(plan -> asOf.earlier().map(plan::by).orElse(Optional.of(plan)));
    }

    /** The plans of these students: open ones by the day of review, then closed ones, the latest first. */
    public List<Plan> of(Collection<StudentId> students) {
        return rows.of(students);
    }

    /** The plans of the students that this viewer works with. */
    public List<Plan> of(Viewer viewer) {
        access.requireStaff(viewer);
        return rows.of(roster.studentsFor(viewer).stream().map(Person::student).toList());
    }

    /** What has been said about a plan, in order. */
    public List<Plan.Words> words(PlanId plan) {
        return rows.words(plan);
    }

    /** When it was worked on, latest first. */
    public List<Plan.Session> sessions(PlanId plan) {
        return rows.sessions(plan);
    }

    /** What the evidence shown since it began says. */
    public Plan.Recheck recheck(Plan plan) {
        return recheck(plan, AsOf.now());
    }

    /** What it said then. */
    public Plan.Recheck recheck(Plan plan, AsOf asOf) {
        return asOf.earlier()
                .map(moment -> rechecks.then(plan, moment))
                .orElseGet(() -> rechecks.of(plan, clock.instant()));
    }

    /**
     * Adds words of the student, the family or the staff.
     *
     * @return why they cannot be taken; empty when they are
     */
    @Transactional
    public Optional<String> say(Viewer viewer, Plan plan, String words) {
        access.requireView(viewer, plan.student());
        if (words.isBlank() || words.strip().length() > LONGEST_WORDS) {
            return Optional.of("Write something, in up to " + LONGEST_WORDS + " characters.");
        }
        rows.addWords(plan.id(), new Plan.Words(viewer.person(), words.strip(), clock.instant()));
        access.audit(viewer, "plan.words", plan.id().toString(), "");
        return Optional.empty();
    }

    /**
     * Adds a session.
     *
     * @param id chosen by the sender: handing in the same session twice keeps it once
     * @return why it cannot be taken; empty when it is
     */
    @Transactional
    public Optional<String> hold(Viewer viewer, Plan plan, UUID id, Plan.Session session) {
        access.requireRecord(viewer, Set.of(plan.student()));
        if (!plan.open()) {
            return Optional.of("The plan is closed. Open another to go on.");
        }
        if (session.heldOn().isAfter(today())) {
            return Optional.of("The session on " + session.heldOn() + " has not been yet. Add it when it has been.");
        }
        if (session.minutes() < 1 || session.minutes() > 480) {
            return Optional.of("A session of " + session.minutes() + " minutes cannot be. Give 1 to 480.");
        }
        if (rows.addSession(plan.id(), id, session, viewer.person(), clock.instant())) {
            access.audit(
                    viewer,
                    "plan.session",
                    plan.id().toString(),
                    session.attendance().code());
        }
        return Optional.empty();
    }

    /**
     * Closes a plan with what the evidence shown since it began says.
     *
     * @param why in the words of whoever closes it
     * @return why it cannot be closed; empty when it is
     */
    @Transactional
    public Optional<String> close(Viewer viewer, Plan plan, String why) {
        access.requireRecord(viewer, Set.of(plan.student()));
        if (why.isBlank() || why.strip().length() > LONGEST_AIM) {
            return Optional.of("Write why it ends now, in up to " + LONGEST_AIM + " characters.");
        }
        Plan.Recheck found = rechecks.of(plan, clock.instant());
        Plan.Closing closing =
                new Plan.Closing(found.outcome(), found.pieces(), why.strip(), viewer.person(), clock.instant());
        if (!rows.close(plan.id(), closing)) {
            return Optional.of("Somebody has closed it already. Look at how it ended.");
        }
        events.publishEvent(new PlanClosed(
                viewer.district(),
                plan.id(),
                plan.student(),
                plan.agreement().subject(),
                plan.agreement().owner(),
                viewer.person()));
        access.audit(
                viewer, "plan.closed", plan.id().toString(), found.outcome().title() + ": " + why.strip());
        return Optional.empty();
    }

    /** What closed plans have led to, told apart like this; those of one kind of support, or of all. */
    public List<Worked> worked(Worked.By by, Optional<SupportKind> kind) {
        return Worked.of(
                rows.closed().stream()
                        .filter(plan -> kind.map(wanted -> plan.agreement().kind() == wanted)
                                .orElse(true))
                        .toList(),
                by);
    }

    private List<String> reasons(Plan.Agreement agreement) {
        List<String> reasons = new ArrayList<>();
        int competencies = agreement.competencies().size();
        if (competencies < 1 || competencies > Plan.MOST_COMPETENCIES) {
            reasons.add("A plan is about 1 to " + Plan.MOST_COMPETENCIES + " competencies of one subject, not about "
                    + competencies + ". Choose those that matter most now.");
        }
        if (agreement.aim().isBlank() || agreement.aim().length() > LONGEST_AIM) {
            reasons.add("Write what is to be reached, in up to " + LONGEST_AIM + " characters.");
        }
        if (agreement.steps().isEmpty() || agreement.steps().size() > Plan.MOST_STEPS) {
            reasons.add("Write 1 to " + Plan.MOST_STEPS + " steps, each on a line of its own.");
        }
        if (agreement.tier() < 1 || agreement.tier() > 3) {
            reasons.add("Tier " + agreement.tier() + " is none. Choose 1, 2 or 3.");
        }
        if (!agreement.reviewOn().isAfter(today())) {
            reasons.add("The review on " + agreement.reviewOn() + " is not ahead. Choose a day after today.");
        }
        return reasons;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
