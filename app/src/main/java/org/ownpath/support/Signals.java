package org.ownpath.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of support for what the evidence gives reason to look at: who needs whom today, and why. */
@Component
public class Signals {

    /** For how long something can be set aside at most. */
    public static final int LONGEST_ASIDE_DAYS = 60;

    private static final int LONGEST_REASON = 400;

    private final Watch watch;
    private final SignalRows rows;
    private final DeskRows desks;
    private final PlanRows plans;
    private final Caseload caseload;
    private final Access access;
    private final Clock clock;

    Signals(
            Watch watch,
            SignalRows rows,
            DeskRows desks,
            PlanRows plans,
            Caseload caseload,
            Access access,
            Clock clock) {
        this.watch = watch;
        this.rows = rows;
        this.desks = desks;
        this.plans = plans;
        this.caseload = caseload;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Who needs this viewer today, in the subjects that they teach the student. What an open plan answers is in hand.
     *
     * @param all whether to give everybody, or as many only as the viewer can look after in a day
     */
    public Today today(Viewer viewer, boolean all) {
        access.requireStaff(viewer);
        Map<StudentId, Set<String>> subjects = caseload.of(viewer);
        List<Today.SetAside> aside = desks.setAside(viewer.person(), day());
        Set<Signal.Key> hidden = aside.stream().map(Today.SetAside::signal).collect(Collectors.toSet());
        List<Signal> own = of(subjects.keySet()).stream()
                .filter(signal -> concerns(signal, subjects.getOrDefault(signal.student(), Set.of())))
                .filter(signal -> !hidden.contains(signal.key()))
                .toList();
        Set<PlanRows.InHand> inHand = plans.inHand(subjects.keySet());
        List<Need> needs = needs(own.stream()
                .filter(signal -> !inHand.contains(new PlanRows.InHand(signal.student(), signal.subject())))
                .toList());
        int capacity = desks.capacity(viewer.person()).orElse(Today.USUAL_CAPACITY);
        return new Today(
                all ? needs : needs.stream().limit(capacity).toList(),
                needs.size(),
                capacity,
                aside,
                (int) own.stream().map(Signal::student).distinct().count() - needs.size());
    }

    /** Every signal of these students, the most urgent first. */
    public List<Signal> of(Collection<StudentId> students) {
        watch.catchUp(students);
        return rows.of(students);
    }

    /** How often the signals name the students of each subgroup, beside all of them. */
    public SignalRates rates(SignalRates.Subgroup whole, List<SignalRates.Subgroup> subgroups) {
        return SignalRates.of(of(whole.students()), whole, subgroups);
    }

    /**
     * Looks at those students of the district of whom there is something new, or about whom time alone may have changed
     * what is to be seen; gives how many there were.
     */
    public int lookAtThoseDue() {
        return watch.lookAtThoseDue();
    }

    /** Looks at every student of the district anew. To do so twice changes nothing. */
    public void lookAtEverybody() {
        watch.lookAtEverybody();
    }

    /**
     * Sets everything aside that this viewer would see of a student now, until a day.
     *
     * @return why it cannot be, with the remedy; empty when it is done
     */
    @Transactional
    public Optional<String> setAside(Viewer viewer, StudentId student, LocalDate until, String reason) {
        access.requireStaff(viewer);
        access.requireView(viewer, student);
        Optional<String> problem = problem(until, reason.strip());
        if (problem.isPresent()) {
            return problem;
        }
        Set<String> subjects = caseload.of(viewer).getOrDefault(student, Set.of());
        setAside(viewer, student, signal -> concerns(signal, subjects), new DeskRows.Aside(until, reason.strip()));
        return Optional.empty();
    }

    /** Sets one signal aside for some days, because this viewer has acted on it. */
    @Transactional
    public void actedOn(Viewer viewer, Signal.Key acted, int days, String how) {
        access.requireStaff(viewer);
        access.requireView(viewer, acted.student());
        setAside(
                viewer,
                acted.student(),
                signal -> signal.key().equals(acted),
                new DeskRows.Aside(day().plusDays(days), how));
    }

    private void setAside(Viewer viewer, StudentId student, Predicate<Signal> which, DeskRows.Aside aside) {
        Set<Signal.Key> before = desks.setAside(viewer.person(), day()).stream()
                .map(Today.SetAside::signal)
                .collect(Collectors.toSet());
        for (Signal signal : rows.of(List.of(student))) {
            if (which.test(signal) && !before.contains(signal.key())) {
                desks.setAside(viewer.person(), signal.key(), aside, clock.instant());
            }
        }
        access.audit(viewer, "signal.set-aside", student.toString(), "until " + aside.until() + ": " + aside.reason());
    }

    /** Brings back what this viewer has set aside of a student. */
    @Transactional
    public void bringBack(Viewer viewer, StudentId student) {
        access.requireStaff(viewer);
        access.requireView(viewer, student);
        if (desks.bringBack(viewer.person(), student, clock.instant()) > 0) {
            access.audit(viewer, "signal.brought-back", student.toString(), "");
        }
    }

    /**
     * Says how many students this viewer can look after in a day.
     *
     * @return why it cannot be, with the remedy; empty when it is done
     */
    @Transactional
    public Optional<String> setCapacity(Viewer viewer, int aDay) {
        access.requireStaff(viewer);
        if (aDay < 1 || aDay > Today.MOST_CAPACITY) {
            return Optional.of(
                    aDay + " students a day cannot be planned. Choose from 1 to " + Today.MOST_CAPACITY + ".");
        }
        desks.setCapacity(viewer.person(), aDay, clock.instant());
        access.audit(viewer, "capacity.set", viewer.person().toString(), aDay + " a day");
        return Optional.empty();
    }

    private static boolean concerns(Signal signal, Set<String> subjects) {
        return subjects.contains(signal.subject()) || (signal.kind().ofWholeStudent() && !subjects.isEmpty());
    }

    private Optional<String> problem(LocalDate until, String reason) {
        if (!until.isAfter(day()) || until.isAfter(day().plusDays(LONGEST_ASIDE_DAYS))) {
            return Optional.of("Until " + until + " cannot be. Choose a day after today, at most " + LONGEST_ASIDE_DAYS
                    + " days ahead.");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return Optional.of("Write why it can wait, in up to " + LONGEST_REASON + " characters.");
        }
        return Optional.empty();
    }

    private static List<Need> needs(List<Signal> signals) {
        Map<StudentId, List<Signal>> byStudent = signals.stream()
                .collect(Collectors.groupingBy(Signal::student, LinkedHashMap::new, Collectors.toList()));
        return byStudent.entrySet().stream()
                .map(each -> new Need(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(Need::urgency)
                        .reversed()
                        .thenComparing(need -> need.first().since())
                        .thenComparing(Need::student))
                .toList();
    }

    private LocalDate day() {
        return LocalDate.now(clock);
    }
}
