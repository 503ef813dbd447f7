package org.ownpath.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.Viewer;
import org.ownpath.engine.time.Pace;
import org.ownpath.engine.time.PaceBackTest;
import org.ownpath.engine.time.PaceFit;
import org.ownpath.engine.time.PaceHistory;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** Forecasts at a student's own pace, and the steps that rest on them. */
class PaceOnPlansTest extends SchoolTest {

    @Autowired
    Paces paces;

    @Autowired
    NextSteps nextSteps;

    @Autowired
    Clock clock;

    private Viewer named(String name) {
        return viewer(name + "@northside.example");
    }

    @Test
    void a_band_is_in_order_and_a_wanted_day_is_held_against_it() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Forecast forecast = Forecast.of(new Pace(6, 8), 4, today);
        assertThat(List.of(today, forecast.early(), forecast.likely(), forecast.late()))
                .isSorted();
        assertThat(forecast.outlook(forecast.early().minusDays(1))).isEqualTo(Forecast.Outlook.HARDLY);
        assertThat(forecast.outlook(forecast.likely().minusDays(1))).isEqualTo(Forecast.Outlook.TIGHT);
        assertThat(forecast.outlook(forecast.likely())).isEqualTo(Forecast.Outlook.WELL);
    }

    @Test
    void of_the_forecasts_of_a_year_about_four_in_five_came_true() {
        List<PaceHistory> all = new ArrayList<>();
        Viewer gwen = named("gwen.abernathy");
        for (String subject : List.of("Mathematics", "Reading", "Writing", "Science practice")) {
            all.addAll(as(gwen, () -> paces.histories(subject, 52)));
        }
        List<PaceHistory> others = new ArrayList<>();
        List<PaceHistory> tested = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            (i % 2 == 0 ? others : tested).add(all.get(i));
        }
        Pace prior = PaceFit.maximumLikelihood(others.stream()
                .map(h -> new PaceFit.Watched(h.masteredAt().size(), h.weeks()))
                .toList());
        PaceBackTest.Coverage coverage = PaceBackTest.run(prior, tested, List.of(26.0), 2);
        System.out.println("Pace, back-tested: " + coverage.sentence() + " Share " + coverage.share() + ", between "
                + coverage.least() + " and " + coverage.most() + ".");
        assertThat(coverage.most()).isGreaterThan(0.7);
        assertThat(coverage.least()).isLessThan(0.95);
    }

    @Test
    void a_goal_that_is_wanted_sooner_than_is_likely_is_at_risk_and_says_why() {
        Viewer amara = named("amara.diallo");
        List<NextStep> steps = as(amara, () -> nextSteps.of(amara, StudentId.of(amara.person())))
                .steps();
        assertThat(steps).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo(NextStep.Kind.GOAL_AT_RISK);
            assertThat(step.why()).contains("Wanted by", "likely by");
        });
        assertThat(steps).allSatisfy(step -> assertThat(step.why()).isNotBlank());
    }

    @Test
    void suggested_activities_serve_what_is_ready_say_why_and_are_never_unfit() {
        Viewer maya = named("maya.okafor");
        NextSteps.Next next = as(maya, () -> nextSteps.of(maya, StudentId.of(maya.person())));
        assertThat(next.suggestions()).isNotEmpty().allSatisfy(suggestion -> {
            assertThat(suggestion.why()).isNotEmpty();
            assertThat(suggestion.activity().vetted()).isTrue();
            assertThat(suggestion.activity().linkMissing()).isFalse();
        });
        assertThat(next.steps()).anyMatch(step -> step.kind() == NextStep.Kind.READY);
    }
}
