package org.ownpath.northside;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.roster.Person;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.support.Plan;
import org.ownpath.support.Plans;
import org.ownpath.support.SupportKind;

/** Plans of support as a school has them by the autumn: some open, one due, many closed; what came of them the evidence says. */
final class SupportPlans {

    private static final int CLOSED = 44;
    private static final int OPEN = 12;
    private static final List<SupportKind> KINDS = List.of(
            SupportKind.SMALL_GROUP,
            SupportKind.TUTORING,
            SupportKind.SMALL_GROUP,
            SupportKind.ANOTHER_WAY,
            SupportKind.SMALL_GROUP,
            SupportKind.CONFERENCE,
            SupportKind.TUTORING,
            SupportKind.PRACTICE);
    private static final List<String> FIRST_STEPS = List.of(
            "Meet for twenty minutes on Tuesdays and Thursdays",
            "Go back to the drawing or the model before the symbols",
            "Work through one solved example together, then one alone",
            "Say the plan aloud before writing anything");
    private static final List<String> WORDS = List.of(
            "I get it when we draw it. I do not get it on the test.",
            "I would like to do it with somebody, not alone at the back.",
            "It helps when I can explain it first.",
            "I was away when the others did this.");

    private final Plans plans;
    private final Mastery mastery;
    private final Curriculum curriculum;
    private final Observers observers;
    private final Instant now;
    private int made;

    SupportPlans(Plans plans, Mastery mastery, Curriculum curriculum, Observers observers, Instant now) {
        this.plans = plans;
        this.mastery = mastery;
        this.curriculum = curriculum;
        this.observers = observers;
        this.now = now;
    }

    /** Makes them; gives how many. */
    int make(Viewer setUp, List<Person> everybody) {
        List<Person> students = everybody.stream()
                .filter(person -> person.roles().contains(Role.STUDENT))
                .filter(person -> person.fullName().equals("Maya Okafor") || !Stories.toldOf(person.fullName()))
                .toList();
        int step = Math.max(1, students.size() / (CLOSED + OPEN));
        for (int i = 0; i < students.size() && made < CLOSED + OPEN; i += step) {
            boolean open = made % 5 == 0;
            about(students.get(i), open).ifPresent(standing -> plan(setUp, standing, open));
        }
        return made;
    }

    /** What a plan was about: for an open one something begun; else, in turn, something mastered since or still begun. */
    private Optional<Standing> about(Person student, boolean open) {
        boolean masteredSince = !open && made % 3 != 0;
        return mastery.of(List.of(student.student())).stream()
                .filter(standing -> standing.state().standing() == masteredSince)
                .filter(standing -> standing.lastShownAt()
                        .filter(at -> at.isAfter(now.minus(Duration.ofDays(120))) && at.isBefore(daysAgo(8)))
                        .isPresent())
                .filter(standing -> curriculum.competency(standing.competency()).isPresent())
                .max(Comparator.comparing(
                                (Standing standing) -> standing.lastShownAt().orElseThrow())
                        .thenComparing(standing -> standing.competency().toString()));
    }

    private void plan(Viewer setUp, Standing standing, boolean open) {
        Competency competency = curriculum.competency(standing.competency()).orElseThrow();
        Instant lastShown = standing.lastShownAt().orElseThrow();
        Instant opened = open ? daysAgo(10 + made % 9) : lastShown.minus(Duration.ofDays(12));
        Random random = new Random(made);
        PersonId owner = observers.of(standing.student(), competency.subject(), random);
        Instant end = open ? now : lastShown.plus(Duration.ofDays(5));
        Plan plan = new Plan(
                PlanId.next(),
                standing.student(),
                agreement(competency, owner, opened),
                new Plan.Baseline(0, Optional.empty()),
                owner,
                opened,
                Optional.empty());
        Optional<Plan.Words> why = open
                ? Optional.empty()
                : Optional.of(new Plan.Words(owner, "Looked at the new work together; the next step is agreed.", end));
        List<Plan.Words> said = made % 2 == 0
                ? List.of(new Plan.Words(
                        standing.student().person(), WORDS.get(made % WORDS.size()), opened.plus(Duration.ofHours(3))))
                : List.of();
        plans.takeIn(setUp, plan, new Plans.Past(sessions(opened, end), said, why));
        made++;
    }

    /** Every other open one is to be looked at soon, the first of them now. */
    private Plan.Agreement agreement(Competency competency, PersonId owner, Instant opened) {
        SupportKind kind = KINDS.get(made % KINDS.size());
        LocalDate review = SchoolTime.day(opened).plusDays(made % 2 == 0 ? 10 : 21);
        return new Plan.Agreement(
                competency.subject(),
                List.of(competency.id()),
                Optional.empty(),
                kind == SupportKind.SMALL_GROUP ? 2 : kind == SupportKind.TUTORING ? 3 : 1,
                kind,
                "Master: " + competency.title(),
                List.of(FIRST_STEPS.get(made % FIRST_STEPS.size()), "Show it again when it feels ready"),
                owner,
                review);
    }

    private List<Plan.Session> sessions(Instant from, Instant to) {
        List<Plan.Session> sessions = new ArrayList<>();
        Instant day = from.plus(Duration.ofDays(2));
        for (int i = 0; day.isBefore(to) && i < 4; i++) {
            sessions.add(new Plan.Session(
                    SchoolTime.day(day),
                    20,
                    (made + i) % 7 == 0 ? Plan.Attendance.ABSENT : Plan.Attendance.PRESENT,
                    i == 0 ? "Found out together where it breaks." : ""));
            day = day.plus(Duration.ofDays(3));
        }
        return sessions;
    }

    private Instant daysAgo(long days) {
        return now.minus(Duration.ofDays(days));
    }
}
