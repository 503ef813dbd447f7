package org.ownpath.assessment.items;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ownpath.engine.Context;
import org.ownpath.engine.Form;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** What the school has chosen about tests. */
@Component
class TestChoices {

    private final DesignChoices choices;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Clock clock;

    TestChoices(DesignChoices choices, Frameworks frameworks, Roster roster, Clock clock) {
        this.choices = choices;
        this.frameworks = frameworks;
        this.roster = roster;
        this.clock = clock;
    }

    /** When a student may begin a test of their own again after this try. */
    Instant again(Attempt attempt) {
        Place place = place(attempt.test().competencies()).student(attempt.student());
        int days = choices.book().inForce(Settings.DAYS_BETWEEN_TESTS, place, clock.instant());
        return attempt.ended().map(Attempt.End::at).orElse(attempt.startedAt()).plus(Duration.ofDays(days));
    }

    /** Whether a student may start a test by themselves. */
    boolean own(StudentId student, CompetencyId competency) {
        Place place = place(List.of(competency)).in(roster.schoolOf(student)).student(student);
        return choices.book().inForce(Settings.OWN_TESTS, place, clock.instant());
    }

    /** How a try asks and ends: as was chosen when it began, so that a choice made meanwhile changes none of its questions. */
    TestTerms terms(Attempt attempt) {
        ChoiceBook book = choices.book();
        Place place = place(attempt.test().competencies());
        return TestTerms.USUAL.chosen(
                book.inForce(Settings.TEST_LENGTH, place, attempt.startedAt()),
                book.inForce(Settings.TEST_PRECISION, place, attempt.startedAt()));
    }

    /** Whether what a test shows is accepted as evidence. */
    boolean accepted(CompetencyId competency) {
        return choices.book()
                .inForce(Settings.FORMS, place(List.of(competency)), clock.instant())
                .contains(Form.TEST);
    }

    /** Where a test of a student's own is taken, in the words that the school accepts. */
    Context ownContext(CompetencyId competency) {
        boolean online = choices.book()
                .inForce(Settings.CONTEXTS, place(List.of(competency)), clock.instant())
                .contains(Context.ONLINE);
        return online ? Context.ONLINE : Context.CLASS;
    }

    private Place place(List<CompetencyId> competencies) {
        return frameworks
                .curriculum()
                .subjectOf(competencies)
                .map(Place.DISTRICT::subject)
                .orElse(Place.DISTRICT);
    }
}
