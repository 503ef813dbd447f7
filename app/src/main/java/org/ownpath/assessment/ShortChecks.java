package org.ownpath.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of short checks: a teacher asks again for something that was mastered and is likely to have faded. */
@Component
public class ShortChecks {

    private final DemonstrationRows rows;
    private final Access access;
    private final Clock clock;

    ShortChecks(DemonstrationRows rows, Access access, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Begins a check, ready to be scored. Of the same student and competency there is one a day: begun twice, it is one,
     * and whatever else is open about it comes first.
     *
     * @return what is to be scored; empty where something else about it is open
     */
    @Transactional
    public Optional<DemonstrationId> begin(Viewer viewer, StudentId student, Competency competency) {
        if (access.recordable(viewer, Set.of(student)).isEmpty()) {
            throw new NotAllowed("This student is not yours to check. Your own are under Students.");
        }
        DemonstrationId id = number(student, competency);
        Optional<Demonstration> open = rows.ofStudent(student).stream()
                .filter(d -> d.stage().open() && d.competencies().contains(competency.id()))
                .findFirst();
        if (open.isPresent()) {
            return open.map(Demonstration::id).filter(id::equals);
        }
        Demonstration check = check(id, viewer, student, competency);
        if (rows.add(check, viewer)) {
            rows.addStep(
                    viewer,
                    id,
                    new Demonstration.Step(check.askedAt(), viewer.person(), Move.CHECK_BEGUN, "", Optional.empty()));
            access.audit(viewer, "demonstration.check_begun", id.toString(), check.title());
            return Optional.of(id);
        }
        return Optional.empty();
    }

    private DemonstrationId number(StudentId student, Competency competency) {
        LocalDate today = LocalDate.now(clock);
        return new DemonstrationId(TimeOrdered.named(student.value(), "short check " + competency.id() + " " + today));
    }

    private Demonstration check(DemonstrationId id, Viewer viewer, StudentId student, Competency competency) {
        Instant now = clock.instant();
        return new Demonstration(
                id,
                student,
                List.of(competency.id()),
                Way.SHORT_CHECK,
                Way.SHORT_CHECK.words() + ": " + competency.title(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                viewer.person(),
                Optional.empty(),
                Stage.AGREED,
                now,
                now);
    }
}
