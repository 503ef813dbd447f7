package org.ownpath.engine.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.DocsPage;
import org.ownpath.engine.time.PaceFit.Watched;
import org.ownpath.engine.time.ReliableChange.Measurement;

/** The examples of docs/engine/time.md. */
class DocsExamplesTimeTest {

    private static final DocsPage PAGE = DocsPage.of("time.md");

    @Test
    void the_code_of_the_page_is_that_of_these_tests() {
        PAGE.codeIsIn(DocsExamplesTimeTest.class);
    }

    @Test
    void something_mastered_is_checked_again_when_recall_falls() {
        PAGE.showsWhatIsPrintedBy(() -> {
            Fsrs fsrs = Fsrs.standard();
            Memory memory = fsrs.first(RecallGrade.GOOD, LocalDate.parse("2026-01-01"));
            memory = fsrs.review(memory, RecallGrade.GOOD, LocalDate.parse("2026-01-04"));
            System.out.printf(Locale.ROOT, "%.2f%n", fsrs.recall(memory, LocalDate.parse("2026-02-01")));
            System.out.println(fsrs.dueWhenBelow(memory, 0.9));
            System.out.println(
                    fsrs.choices(memory, LocalDate.parse("2026-01-18")).days(0.9));
        });
    }

    @Test
    void a_forecast_is_a_band_of_weeks() {
        PAGE.showsWhatIsPrintedBy(() -> {
            List<Watched> others = List.of(
                    new Watched(2, 10), new Watched(9, 10), new Watched(4, 8), new Watched(12, 10), new Watched(5, 9));
            Pace prior = PaceFit.maximumLikelihood(others);
            Pace maya = prior.after(6, 8); // 6 competencies in 8 weeks
            Pace.Band band = maya.weeksUntil(5);
            System.out.printf(
                    Locale.ROOT,
                    "%.1f to %.1f weeks, as likely over as under %.1f%n",
                    band.p10(),
                    band.p90(),
                    band.median());
        });
    }

    @Test
    void forecasts_are_tested_on_histories() {
        PAGE.showsWhatIsPrintedBy(() -> {
            List<PaceHistory> histories = List.of(
                    new PaceHistory(12, List.of(1.0, 2.5, 3.0, 5.5, 8.0, 9.0, 11.0)),
                    new PaceHistory(12, List.of(4.0, 10.0)));
            PaceBackTest.Coverage coverage = PaceBackTest.run(new Pace(2, 4), histories, List.of(0.0, 4.0), 2);
            System.out.println(coverage.sentence());
        });
    }

    @Test
    void a_change_is_held_against_its_error() {
        PAGE.showsWhatIsPrintedBy(() -> {
            ReliableChange change = new ReliableChange(new Measurement(-0.4, 0.3), new Measurement(0.5, 0.3));
            System.out.printf(Locale.ROOT, "%.2f %s%n", change.index(), change.direction());
        });
    }
}
