package org.ownpath.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ownpath.access.SchoolTime;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.Rules;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.Progress;
import org.ownpath.shared.ReplayId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Does a replay: some students at a time, each time in one short statement, with nothing held between them. */
@Component
class ReplayWork {

    private static final int STUDENTS_AT_ONCE = 1000;

    private final LedgerStream ledger;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Rules rules;
    private final ReplayRows rows;
    private final Clock clock;

    ReplayWork(LedgerStream ledger, Frameworks frameworks, Roster roster, Rules rules, ReplayRows rows, Clock clock) {
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.roster = roster;
        this.rules = rules;
        this.rows = rows;
        this.clock = clock;
    }

    /** Whether the proposal would change the rule of any competency. */
    boolean anythingDiffers(Proposal proposal, Instant at) {
        Subgroups nobody = Subgroups.of(List.of(), java.util.Map.of(), SchoolTime.day(at));
        return new SideBySide(frameworks.curriculum(), books(proposal, at), at, nobody).anythingDiffers();
    }

    /** Replays the ledger of all students on the roster, and keeps what came of it. */
    void run(Replay replay, Progress progress) {
        rows.clearStudents(replay.id());
        Instant at = replay.askedAt();
        List<Person> students = roster.students();
        SideBySide sides = new SideBySide(
                frameworks.curriculum(),
                books(replay.proposal(), at),
                at,
                Subgroups.of(students, roster.groupsOfStudents(), SchoolTime.day(at)));
        List<StudentId> ids = students.stream().map(Person::student).sorted().toList();
        for (int from = 0; from < ids.size(); from += STUDENTS_AT_ONCE) {
            List<StudentId> some = ids.subList(from, Math.min(ids.size(), from + STUDENTS_AT_ONCE));
            Chunk chunk = new Chunk(progress, from, ids.size());
            sides.judge(ledger, some, chunk);
            chunk.keep(replay.id());
        }
        progress.at("Judging", ids.size(), ids.size());
        rows.finish(replay.id(), sides.comparison(), clock.instant());
    }

    private SideBySide.Books books(Proposal proposal, Instant at) {
        RuleBook today = rules.book();
        return new SideBySide.Books(today, proposal.adoptedInto(today, at));
    }

    /** Keeps what is found in some students until they are judged. */
    private final class Chunk implements SideBySide.Watch {
        private final Progress progress;
        private final long total;
        private final List<Changes> found = new ArrayList<>();
        private long done;

        Chunk(Progress progress, long done, long total) {
            this.progress = progress;
            this.done = done;
            this.total = total;
        }

        @Override
        public void read() {
            progress.at("Judging", ++done, total);
        }

        @Override
        public void found(Changes changes) {
            found.add(changes);
        }

        void keep(ReplayId replay) {
            rows.addStudents(replay, found);
        }
    }
}
