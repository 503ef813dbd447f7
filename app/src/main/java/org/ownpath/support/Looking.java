package org.ownpath.support;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.evidence.Tries;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.PackedStandings;
import org.ownpath.pathway.GoalOutlook;
import org.ownpath.pathway.GoalOutlooks;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Noticed;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Supposed;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Looks at students' evidence for signals. */
@Component
class Looking {

    static final Map<SignalKind, Look> LOOKS = new EnumMap<>(Map.of(
            SignalKind.STUCK, TriesLook::stuck,
            SignalKind.SPINNING, TriesLook::spinning,
            SignalKind.GUESSING, TriesLook::guessing,
            SignalKind.STALLED, PaceLook::stalled,
            SignalKind.RACING, PaceLook::racing,
            SignalKind.SLIPPING, NextStepLook::slipping,
            SignalKind.READY, NextStepLook::ready));

    /** Rises with every change of what a look finds in the same evidence, so that everybody is looked at again. */
    private static final int EDITION = 3;

    private final Mastery mastery;
    private final LedgerStream ledger;
    private final AttendanceRows attendance;
    private final GoalOutlooks goals;
    private final Frameworks frameworks;
    private final DesignChoices choices;
    private final Clock clock;

    Looking(
            Mastery mastery,
            LedgerStream ledger,
            AttendanceRows attendance,
            GoalOutlooks goals,
            Frameworks frameworks,
            DesignChoices choices,
            Clock clock) {
        this.mastery = mastery;
        this.ledger = ledger;
        this.attendance = attendance;
        this.goals = goals;
        this.frameworks = frameworks;
        this.choices = choices;
        this.clock = clock;
    }

    /**
     * What a look at one student has seen.
     *
     * @param changes how often their judgements had changed before it
     * @param again when time alone may make it see something else
     */
    record Seen(StudentId student, List<Signal> signals, long changes, Optional<Instant> again) {}

    /** What every look rests on beside a student's own evidence. */
    String basis() {
        Curriculum curriculum = frameworks.curriculum();
        return EDITION
                + curriculum.frameworks().stream()
                        .map(f -> ":" + f.id() + f.inUse() + f.edition())
                        .sorted()
                        .collect(Collectors.joining())
                + ":" + chosen(curriculum);
    }

    /** What the school has chosen for a subject. */
    private record Chosen(Thresholds thresholds, EnumSet<Noticed> wanted) {

        boolean wants(SignalKind kind) {
            return wanted.contains(kind.noticed());
        }
    }

    /** Another id whenever anything of it is chosen otherwise. */
    private UUID chosen(Curriculum curriculum) {
        Instant now = clock.instant();
        String all = curriculum.subjects().stream()
                .sorted()
                .map(subject -> subject + chosen(choices.book(), subject, now))
                .collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    private static Chosen chosen(ChoiceBook book, String subject, Instant now) {
        return new Chosen(
                Thresholds.chosen(book, subject, now),
                EnumSet.copyOf(book.inForce(Settings.SIGNALS, Place.DISTRICT.subject(subject), now)));
    }

    /** How often each student's judgements have changed by now. */
    Map<StudentId, Long> changes(Collection<StudentId> students) {
        return mastery.changes(students);
    }

    /**
     * What was read of many students together before each of them is looked at.
     *
     * @param changes how often their judgements had changed before the rest was read
     */
    record Ahead(Map<StudentId, Long> changes, Map<StudentId, Tries> tries, Map<StudentId, PackedStandings> standings) {

        long changesOf(StudentId student) {
            return changes.getOrDefault(student, 0L);
        }

        /** What the student has shown; it is given once, to make room. */
        SubjectWork.Shown takeShown(StudentId student, Instant now) {
            return new SubjectWork.Shown(
                    Optional.ofNullable(standings.remove(student))
                            .map(own -> own.at(now))
                            .orElse(Map.of()),
                    Optional.ofNullable(tries.remove(student))
                            .orElse(Tries.NONE)
                            .byCompetency());
        }
    }

    /** Puts those together whose evidence is quickly read together, up to so many. */
    List<List<StudentId>> lyingTogether(Collection<StudentId> students, int most) {
        return ledger.lyingTogether(students, most);
    }

    /** Reads what these students have tried, and how they stand. */
    Ahead ahead(Collection<StudentId> students) {
        // changes first: whatever comes meanwhile is seen, or makes another look due
        return new Ahead(mastery.changes(students), ledger.tries(students), mastery.packed(students));
    }

    /** Looks at each of these students as they stand now. */
    List<Seen> at(Collection<StudentId> students, Ahead ahead) {
        return read(students, ahead).under(new Supposed(choices.book(), clock.instant()));
    }

    /** Reads all that a look rests on, so that it can be looked at under more than one book of choices and of rules. */
    Work read(Collection<StudentId> students) {
        return read(students, ahead(students));
    }

    private Work read(Collection<StudentId> students, Ahead ahead) {
        Instant now = clock.instant();
        Beside beside = new Beside(
                ahead, attendance.of(students, today().minusDays(AbsenceLook.WATCHED_DAYS)), goals.of(students));
        Map<StudentId, SubjectWork.Shown> shown = new LinkedHashMap<>();
        students.forEach(student -> shown.put(student, ahead.takeShown(student, now)));
        return new Work(shown, beside, frameworks.curriculum(), now);
    }

    /** What some students have shown, and what is known beside it, at one moment. */
    record Work(Map<StudentId, SubjectWork.Shown> shown, Beside beside, Curriculum curriculum, Instant now) {

        /** What is seen of each if this holds. */
        List<Seen> under(Supposed supposed) {
            Subjects subjects = new Subjects(curriculum, now, (subject, at) -> chosen(supposed.choices(), subject, at));
            return shown.entrySet().stream()
                    .map(each -> subjects.seen(each.getKey(), each.getValue().under(supposed, each.getKey()), beside))
                    .toList();
        }
    }

    /** What is known of students beside what they have shown. */
    private record Beside(Ahead ahead, Map<StudentId, List<SchoolDay>> days, Map<StudentId, List<GoalOutlook>> goals) {

        List<SchoolDay> daysOf(StudentId student) {
            return days.getOrDefault(student, List.of());
        }

        List<GoalOutlook> goalsOf(StudentId student) {
            return goals.getOrDefault(student, List.of());
        }
    }

    /** What the looks at one student have found so far. */
    private record Noted(List<Signal> signals, List<Instant> again) {

        void add(SignalKind kind, Glance glance, SubjectWork work) {
            glance.finding().ifPresent(finding -> signals.add(work.signal(kind, finding)));
            glance.again().ifPresent(again::add);
        }
    }

    /** The subjects of a curriculum, as everybody is looked at in them at one moment. */
    private record Subjects(
            Map<String, List<Competency>> bySubject,
            Map<String, Chosen> chosen,
            SubjectWork.Course course,
            Instant now) {

        Subjects(Curriculum curriculum, Instant now, BiFunction<String, Instant, Chosen> chosen) {
            this(
                    curriculum.subjects().stream()
                            .collect(Collectors.toMap(s -> s, curriculum::ofSubject, (a, b) -> a, LinkedHashMap::new)),
                    curriculum.subjects().stream().collect(Collectors.toMap(s -> s, s -> chosen.apply(s, now))),
                    new SubjectWork.Course(
                            curriculum.graph(),
                            id -> curriculum.scaleOf(curriculum.competency(id).orElseThrow())),
                    now);
        }

        Seen seen(StudentId student, SubjectWork.Shown shown, Beside beside) {
            Noted noted = new Noted(new ArrayList<>(), new ArrayList<>());
            bySubject.forEach((subject, competencies) -> {
                SubjectWork work = new SubjectWork(student, subject, competencies, shown, course, now);
                Chosen here = Objects.requireNonNull(chosen.get(subject));
                LOOKS.forEach((kind, look) -> {
                    if (here.wants(kind)) {
                        noted.add(kind, look.at(work, here.thresholds()), work);
                    }
                });
                if (here.wants(SignalKind.GOAL)) {
                    noted.add(SignalKind.GOAL, GoalLook.atRisk(beside.goalsOf(student), work), work);
                }
            });
            mostWorkedIn(student, shown)
                    .filter(work ->
                            Objects.requireNonNull(chosen.get(work.subject())).wants(SignalKind.ABSENT))
                    .ifPresent(work ->
                            noted.add(SignalKind.ABSENT, AbsenceLook.absent(beside.daysOf(student), work), work));
            return new Seen(
                    student,
                    noted.signals(),
                    beside.ahead().changesOf(student),
                    noted.again().stream().min(Instant::compareTo));
        }

        /** What is about the whole student is said in one subject. */
        private Optional<SubjectWork> mostWorkedIn(StudentId student, SubjectWork.Shown shown) {
            return bySubject.entrySet().stream()
                    .max(Comparator.comparingLong(each -> each.getValue().stream()
                            .filter(c -> shown.standings().containsKey(c.id()))
                            .count()))
                    .map(each -> new SubjectWork(student, each.getKey(), each.getValue(), shown, course, now));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
