package org.ownpath.northside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Observation;
import org.ownpath.framework.Competency;
import org.ownpath.roster.Person;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.TimeOrdered;

/** Writes down what one student showed, on days and at hours when it can have been, seen by somebody who can have. */
final class Journal {

    private static final UUID SPACE = new UUID(7, 7);
    private static final Duration RECORDED_AFTER = Duration.ofHours(1);

    private final Person student;
    private final Random random;
    private final School school;
    private final Consumer<BulkLedger.Row> to;
    private int written;

    Journal(Person student, Random random, School school, Consumer<BulkLedger.Row> to) {
        this.student = student;
        this.random = random;
        this.school = school;
        this.to = to;
    }

    /** What all journals of the school share. */
    record School(SchoolCalendar calendar, Observers observers, Notes notes) {}

    void rated(Competency competency, Occasion occasion, double rating, Instant about) {
        write(competency, occasion, Result.rated(rating), about);
    }

    void write(Competency competency, Occasion planned, Result result, Instant about) {
        Instant day = Stories.present(name(), about, school.calendar());
        Instant kept = random.nextInt(4) == 0 ? day : school.calendar().beforeSummer(day);
        Occasion occasion = Stories.placed(name(), competency.subject(), kept, school.calendar())
                .map(planned::in)
                .orElseGet(() -> season(competency, planned, kept));
        Instant shown = school.calendar().hour(kept, occasion.firstHour(), random);
        boolean elsewhere = Stories.elsewhere(name(), shown, school.calendar());
        Occasion told = elsewhere ? Occasion.attested(occasion.depth(), random) : occasion;
        to.accept(new BulkLedger.Row(
                observation(competency, told, result, shown),
                (elsewhere ? school.calendar().yearBegan() : shown).plus(RECORDED_AFTER)));
    }

    private static Occasion season(Competency competency, Occasion planned, Instant day) {
        if (planned.context() == Context.CLASS && SchoolCalendar.inSummer(day)) {
            return planned.in(Context.SUMMER);
        }
        boolean working =
                planned.context() == Context.COMMUNITY && competency.level().orElse(0) >= 10;
        return working ? planned.in(Context.INTERNSHIP) : planned;
    }

    private Observation observation(Competency competency, Occasion occasion, Result result, Instant shown) {
        Form form = occasion.form();
        boolean alongTheWay = form == Form.OBSERVATION || form == Form.SELF_ASSESSMENT;
        return new Observation(
                new PieceId(TimeOrdered.named(SPACE, student.id() + "/" + written++)),
                new Observation.Nature(
                        form,
                        occasion.depth(),
                        occasion.context(),
                        alongTheWay ? Purpose.FORMATIVE : Purpose.SUMMATIVE),
                observer(competency, form),
                shown,
                Optional.of(competency.title()),
                form == Form.PROFESSIONAL_JUDGEMENT
                        ? Optional.of(Stories.REASON_TO_JUDGE)
                        : school.notes().about(form, result, random),
                List.of(),
                List.of(new Observation.Rating(student.student(), competency.id(), result)));
    }

    private PersonId observer(Competency competency, Form form) {
        return form == Form.SELF_ASSESSMENT
                ? student.id()
                : school.observers().of(student.student(), competency.subject(), random);
    }

    private String name() {
        return student.fullName();
    }
}
