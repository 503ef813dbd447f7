package org.ownpath.portal.outcomes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.access.SchoolTime;
import org.ownpath.insight.Figure;
import org.ownpath.insight.Figures;
import org.ownpath.insight.Forecast.Prospect;
import org.ownpath.insight.Graduation;
import org.ownpath.insight.Part;
import org.ownpath.insight.Projection;
import org.ownpath.insight.Promotion;
import org.ownpath.insight.Quarter;
import org.ownpath.insight.StudentOutcome;
import org.ownpath.insight.SubjectOutcomes;

/** The pages' tables as files. */
final class Sheets {

    private static final String WITHHELD = "not shown";

    private Sheets() {}

    static Sheet students(SubjectOutcomes outcomes, Part part) {
        return new Sheet(
                "outcomes-students",
                List.of(
                        "student",
                        "grade label",
                        "level at work",
                        "place then",
                        "place now",
                        "levels gained",
                        "levels above or below the grade",
                        "mastered then",
                        "mastered since",
                        "competencies",
                        "activity",
                        "proficiency and growth",
                        "last mastered",
                        "last shown"),
                part.students().stream().map(s -> student(outcomes, s)).toList());
    }

    private static List<String> student(SubjectOutcomes outcomes, StudentOutcome s) {
        return List.of(
                s.student().fullName(),
                s.student().gradeLabel().orElse(""),
                String.valueOf(s.levels().working()),
                Figure.plain(s.levels().then()),
                Figure.plain(s.levels().now()),
                Figure.plain(s.levels().growth()),
                s.distance().map(Figure::plain).orElse(""),
                String.valueOf(s.masteries().then()),
                String.valueOf(s.masteries().gained()),
                String.valueOf(s.masteries().competencies()),
                outcomes.activity(s).words(),
                outcomes.quarter(s).map(Quarter::words).orElse(""),
                day(s.latest().mastered()),
                day(s.latest().shown()));
    }

    /** In the order of the pseudonyms, so that the place in the file tells nothing. */
    static Sheet withoutNames(SubjectOutcomes outcomes, Pseudonyms pseudonyms) {
        return new Sheet(
                "outcomes-without-names",
                List.of(
                        "pseudonym",
                        "level at work",
                        "place then",
                        "place now",
                        "levels gained",
                        "mastered then",
                        "mastered since",
                        "competencies",
                        "activity"),
                outcomes.students().stream()
                        .map(s -> List.of(
                                pseudonyms.next(),
                                String.valueOf(s.levels().working()),
                                Figure.plain(s.levels().then()),
                                Figure.plain(s.levels().now()),
                                Figure.plain(s.levels().growth()),
                                String.valueOf(s.masteries().then()),
                                String.valueOf(s.masteries().gained()),
                                String.valueOf(s.masteries().competencies()),
                                outcomes.activity(s).words()))
                        .sorted(Comparator.comparing((List<String> row) -> row.get(0)))
                        .toList());
    }

    static Sheet breakdown(Told told) {
        return new Sheet(
                "outcomes-by-" + told.code(),
                List.of(
                        told.words(),
                        "students",
                        "on level or above",
                        "of whom it is known",
                        "median levels gained",
                        "median competencies a month",
                        "stalled"),
                told.breakdown().rows().stream()
                        .map(row -> row(row.label(), row.figures().map(Sheets::figures)))
                        .toList());
    }

    private static List<String> figures(Figures figures) {
        return List.of(
                String.valueOf(figures.students()),
                String.valueOf(figures.onLevel().part()),
                String.valueOf(figures.onLevel().whole()),
                Figure.plain(figures.growth()),
                Figure.plain(figures.pace().perMonth()),
                String.valueOf(figures.pace().stalled()));
    }

    static Sheet pace(Bars bars) {
        return new Sheet(
                "outcomes-pace",
                List.of("competencies a month from", "to", "students"),
                bars.bars().stream()
                        .map(bar -> List.of(
                                Figure.plain(bar.from()), Figure.plain(bar.to()), String.valueOf(bar.students())))
                        .toList());
    }

    static Sheet graduation(Graduation graduation) {
        List<String> headings =
                new ArrayList<>(List.of("grade label", "students", "lowest tenth %", "median %", "highest tenth %"));
        graduation.prospects().stream().map(Prospect::words).forEach(headings::add);
        return new Sheet(
                "outcomes-graduation",
                headings,
                graduation.rows().stream()
                        .map(row -> row(
                                row.part().label(), row.shares().map(s -> graduation(row, s, graduation.prospects()))))
                        .toList());
    }

    private static List<String> graduation(Graduation.Row row, Graduation.Shares shares, List<Prospect> prospects) {
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(row.part().students().size()),
                Figure.plain(shares.tenth()),
                Figure.plain(shares.median()),
                Figure.plain(shares.nineTenths())));
        prospects.stream()
                .map(prospect -> String.valueOf(row.prospects().getOrDefault(prospect, 0)))
                .forEach(cells::add);
        return cells;
    }

    static Sheet promotion(Promotion promotion) {
        return new Sheet(
                "outcomes-promotion",
                List.of("student", "grade label", "what", "place on " + promotion.day(), "place now"),
                Stream.concat(
                                promotion.unready().stream().map(s -> promoted(s, "moved up unready")),
                                promotion.waiting().stream().map(s -> promoted(s, "ready, and would wait")))
                        .toList());
    }

    private static List<String> promoted(StudentOutcome s, String what) {
        return List.of(
                s.student().fullName(),
                s.student().gradeLabel().orElse(""),
                what,
                Figure.plain(s.levels().then()),
                Figure.plain(s.levels().now()));
    }

    static Sheet projection(Projection projection) {
        List<List<String>> rows = new ArrayList<>();
        for (Projection.Series series : projection.series()) {
            for (int year = 1; year <= projection.years(); year++) {
                rows.add(List.of(
                        series.model(),
                        series.way().words(),
                        series.measure().words(),
                        series.group().words(),
                        String.valueOf(Projection.age(year)),
                        String.valueOf(series.values().get(year - 1)),
                        String.valueOf(series.errors().get(year - 1))));
            }
        }
        return new Sheet(
                "outcomes-projection",
                List.of("learner model", "way", "measure", "learners", "age", "value", "standard error"),
                rows);
    }

    /** Students of one age by the level they work at. */
    static Sheet spread(List<SpreadPage.Spread> spreads) {
        List<List<String>> rows = new ArrayList<>();
        spreads.forEach(spread -> spread.levels()
                .forEach(level -> level.students()
                        .forEach(student -> rows.add(List.of(student.fullName(), spread.subject(), level.symbol())))));
        return new Sheet("outcomes-spread", List.of("student", "subject", "level at work"), rows);
    }

    private static List<String> row(String label, Optional<List<String>> cells) {
        return Stream.concat(Stream.of(label), cells.orElse(List.of(WITHHELD)).stream())
                .toList();
    }

    private static String day(Optional<java.time.Instant> moment) {
        return moment.map(at -> SchoolTime.day(at).toString()).orElse("");
    }
}
