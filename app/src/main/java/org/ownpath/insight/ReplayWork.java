package org.ownpath.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.Verdict;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Adoption;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.Rules;
import org.ownpath.policy.Supposed;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Progress;
import org.ownpath.shared.ReplayId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Does a replay: some students at a time, each time in one short statement, with nothing held between them. */
@Component
class ReplayWork {

    private static final int STUDENTS_AT_ONCE = 1000;
    private static final int FORESEEN_AT_ONCE = 100;

    private static final Comparator<Foresight> MOST_FIRST = Comparator.comparingInt(
                    (Foresight told) -> told.whole().changing())
            .reversed()
            .thenComparing(Foresight::topic);

    private final LedgerStream ledger;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Rules rules;
    private final ReplayRows rows;
    private final DesignChoices choices;
    private final List<Foretelling> rooms;
    private final Clock clock;

    ReplayWork(
            LedgerStream ledger,
            Frameworks frameworks,
            Roster roster,
            Rules rules,
            ReplayRows rows,
            DesignChoices choices,
            List<Foretelling> rooms,
            Clock clock) {
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.roster = roster;
        this.rules = rules;
        this.rows = rows;
        this.choices = choices;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Whether the proposal would change the rule of any competency, or an answer that a room can tell the effect of. */
    boolean anythingDiffers(Proposal proposal, Instant at) {
        Subgroups<Tally> nobody = Subgroups.of(Tally::new, List.of(), Map.of(), SchoolTime.day(at));
        return new SideBySide(frameworks.curriculum(), books(proposal, at), at, nobody).anythingDiffers()
                || foretelling(choices.differing(proposal.choices(), at))
                        .findAny()
                        .isPresent();
    }

    private Stream<Foretelling> foretelling(ChoiceDraft draft) {
        return rooms.stream().filter(room -> room.topic().isIn(draft));
    }

    /** Replays the ledger of all students on the roster, and keeps what came of it. */
    void run(Replay replay, Progress progress) {
        rows.clearStudents(replay.id());
        Instant at = replay.askedAt();
        Everybody everybody = new Everybody(roster.students(), roster.groupsOfStudents(), SchoolTime.day(at));
        SideBySide sides = new SideBySide(
                frameworks.curriculum(), books(replay.proposal(), at), at, everybody.counted(Tally::new));
        Foresees foresees = foresees(replay, everybody);
        List<StudentId> ids = everybody.ids();
        for (int from = 0; from < ids.size(); from += STUDENTS_AT_ONCE) {
            List<StudentId> some = ids.subList(from, Math.min(ids.size(), from + STUDENTS_AT_ONCE));
            Chunk chunk =
                    new Chunk(progress, from, ids.size(), !foresees.topics().isEmpty());
            sides.judge(ledger, some, chunk);
            rows.addStudents(replay.id(), chunk.found);
            foresee(replay.id(), some, foresees.judging(chunk.verdicts), chunk);
        }
        progress.at("Judging", ids.size(), ids.size());
        List<Foresight> foretold = foresees.topics().stream()
                .map(Foreseeing::foresight)
                .sorted(MOST_FIRST)
                .toList();
        rows.finish(replay.id(), sides.comparison(), foretold, clock.instant());
    }

    /** What the rooms are asked, and what holds on either side. */
    private record Foresees(List<Foreseeing> topics, Supposed today, Supposed drafted) {

        Foresees judging(Map<StudentId, Map<CompetencyId, Verdict>> verdicts) {
            return new Foresees(topics, today, drafted.judging(verdicts));
        }
    }

    private Foresees foresees(Replay replay, Everybody everybody) {
        ChoiceDraft draft = replay.proposal().choices();
        Instant at = replay.askedAt();
        ChoiceBook today = choices.book();
        return new Foresees(
                foretelling(draft)
                        .map(room -> new Foreseeing(room, everybody.counted(Foreseeing.Count::new)))
                        .toList(),
                new Supposed(today, at),
                new Supposed(today.with(draft, Adoption.trial(at)), at));
    }

    /** The rooms hold what was shown while they tell of it, so that they are asked of few students at a time. */
    private void foresee(ReplayId replay, List<StudentId> students, Foresees foresees, Chunk chunk) {
        for (int from = 0; from < students.size(); from += FORESEEN_AT_ONCE) {
            List<StudentId> some = students.subList(from, Math.min(students.size(), from + FORESEEN_AT_ONCE));
            for (Foreseeing topic : foresees.topics()) {
                rows.addChanges(replay, topic.topic().code(), topic.ask(some, foresees.today(), foresees.drafted()));
                chunk.goesOn();
            }
        }
    }

    /** All students, and what they have in common. */
    private record Everybody(List<Person> students, Map<StudentId, List<StudyGroup>> memberships, LocalDate today) {

        <T> Subgroups<T> counted(Function<String, T> begin) {
            return Subgroups.of(begin, students, memberships, today);
        }

        List<StudentId> ids() {
            return students.stream().map(Person::student).sorted().toList();
        }
    }

    private SideBySide.Books books(Proposal proposal, Instant at) {
        RuleBook today = rules.book();
        return new SideBySide.Books(today, proposal.adoptedInto(today, at));
    }

    /** Keeps what is found in some students until they are judged. */
    private static final class Chunk implements SideBySide.Watch {
        private final Progress progress;
        private final long total;
        private final boolean keepsVerdicts;
        private final List<Changes> found = new ArrayList<>();
        private final Map<StudentId, Map<CompetencyId, Verdict>> verdicts = new HashMap<>();
        private long done;

        Chunk(Progress progress, long done, long total, boolean keepsVerdicts) {
            this.progress = progress;
            this.done = done;
            this.total = total;
            this.keepsVerdicts = keepsVerdicts;
        }

        @Override
        public void read() {
            done++;
            goesOn();
        }

        void goesOn() {
            progress.at("Judging", done, total);
        }

        @Override
        public void judged(StudentId student, CompetencyId competency, Supplier<Verdict> drafted) {
            if (keepsVerdicts) {
                verdicts.computeIfAbsent(student, first -> new HashMap<>()).put(competency, drafted.get());
            }
        }

        @Override
        public void found(Changes changes) {
            found.add(changes);
        }
    }
}
