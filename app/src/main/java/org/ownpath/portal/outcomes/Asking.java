package org.ownpath.portal.outcomes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.insight.By;
import org.ownpath.insight.Outcomes;
import org.ownpath.insight.Part;
import org.ownpath.insight.Span;
import org.ownpath.insight.SubjectOutcomes;
import org.ownpath.portal.Dates;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Trait;
import org.ownpath.shared.AsOf;
import org.springframework.stereotype.Component;

/** Reads what a page of outcomes is asked for. */
@Component
class Asking {

    private final Outcomes outcomes;
    private final Clock clock;

    Asking(Outcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** As of now, a year back and all subjects. */
    View view(Viewer viewer) {
        return view(viewer, "", "", AsOf.now());
    }

    /** A year back and all subjects, unless something else is asked for. */
    View view(Viewer viewer, String since, String subject, AsOf asOf) {
        List<String> subjects = outcomes.subjects(asOf);
        Instant end = asOf.at(clock.instant());
        LocalDate last = SchoolTime.day(end);
        LocalDate yearAgo = last.minusYears(1);
        Optional<LocalDate> from = Fields.day(since).filter(last::isAfter);
        boolean refused = from.isEmpty() && !since.isBlank();
        return new View(
                new Span(from.orElse(yearAgo), end, asOf),
                Optional.of(subject).filter(subjects::contains),
                subjects,
                refused
                        ? Optional.of("'" + since + "' is no day before "
                                + (asOf.earlier().isEmpty() ? "today" : Dates.words(last))
                                + ". Write it as " + yearAgo
                                + ", which is shown meanwhile.")
                        : Optional.empty(),
                viewer.seesWholeDistrict());
    }

    /** The same for a page that has to be about one subject: the first, unless another is asked for. */
    View subjectView(Viewer viewer, String since, String subject, AsOf asOf) {
        View view = view(viewer, since, subject, asOf);
        return view.subject().isEmpty() && !view.subjects().isEmpty()
                ? view.of(view.subjects().get(0))
                : view;
    }

    /** All students, or those of a part. */
    Part part(Viewer viewer, SubjectOutcomes shown, String by, String value) {
        Optional<By> parted = By.ofCode(by);
        if (parted.isEmpty()) {
            return new Part("", "All students", shown.students());
        }
        return outcomes.parts(viewer, shown, parted.get()).stream()
                .filter(part -> part.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is nobody to show here. Go back to the outcomes."));
    }

    /** The figures told by what a code names: by grade label unless it is something else. */
    Told told(Viewer viewer, SubjectOutcomes shown, String by) {
        Optional<Trait> trait = Trait.ofCode(by).filter(outcomes.subgroups(viewer)::contains);
        if (trait.isPresent()) {
            return new Told(by, trait.get().words(), Optional.empty(), outcomes.breakdown(viewer, shown, trait.get()));
        }
        By chosen = By.ofCode(by).orElse(By.GRADE);
        return new Told(chosen.code(), chosen.words(), Optional.of(chosen), outcomes.breakdown(viewer, shown, chosen));
    }
}
