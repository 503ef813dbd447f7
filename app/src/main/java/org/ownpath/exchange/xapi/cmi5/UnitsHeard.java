package org.ownpath.exchange.xapi.cmi5;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.LearningRecord;
import org.ownpath.exchange.xapi.LearningRecords;
import org.ownpath.exchange.xapi.LearningVisit;
import org.ownpath.exchange.xapi.StatementFollower;
import org.ownpath.exchange.xapi.XapiRefused;
import org.springframework.stereotype.Component;

/**
 * Hears what units say, before it is kept for good: what is not as the standard has it is refused with the whole request,
 * and of the rest it is noted how far the person is.
 */
@Component
class UnitsHeard implements StatementFollower {

    private final CourseRows courses;
    private final VisitRows rows;
    private final CourseStandings standings;
    private final CourseAddress address;
    private final Turns turns;
    private final Clock clock;

    UnitsHeard(
            CourseRows courses,
            VisitRows rows,
            CourseStandings standings,
            CourseAddress address,
            Turns turns,
            Clock clock) {
        this.courses = courses;
        this.rows = rows;
        this.standings = standings;
        this.address = address;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void kept(Viewer by, List<LearningRecord> statements) {
        if (!by.account().equals(LearningRecords.OWNPATH) && !statements.isEmpty()) {
            LearningVisit.current().ifPresent(visit -> hear(visit, statements));
        }
    }

    @Override
    public void committed(Viewer by, List<LearningRecord> statements) {
        // all is done with the statements themselves
    }

    private void hear(LearningVisit learning, List<LearningRecord> statements) {
        Visit.On on = rows.visit(learning.session()).orElseThrow().on();
        turns.take("course " + on.course() + " of " + on.person());
        Visit visit = rows.visit(learning.session()).orElseThrow();
        CourseStructure.Unit unit = courses.find(on.course())
                .orElseThrow()
                .structure()
                .unit(on.unit())
                .orElseThrow();
        Progress progress = rows.progress(on.registration()).getOrDefault(on.unit(), Progress.NONE);
        Progress before = progress;
        // the order of what a unit says is that of its timestamps
        for (LearningRecord record : statements.stream()
                .sorted(Comparator.comparing(LearningRecord::happenedAt))
                .toList()) {
            UnitSpeech speech = new UnitSpeech(visit, unit, progress, address.agent(on.person()), learning.activity());
            speech.problem(record).ifPresent(why -> {
                throw XapiRefused.forbidden(why);
            });
            visit = speech.heard(record, clock.instant());
            progress = speech.after(record);
        }
        rows.keep(visit);
        if (!progress.equals(before)) {
            rows.keep(on.registration(), on.unit(), progress);
            standings.tell(on, visit.id());
        }
    }
}
