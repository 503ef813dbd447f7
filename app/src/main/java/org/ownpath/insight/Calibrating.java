package org.ownpath.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.time.Pace;
import org.ownpath.engine.time.PaceFit;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.insight.Calibration.Rate;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.SchoolYear;
import org.ownpath.policy.Settings;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Takes from a school's evidence what the simulation can be told: of at most {@value #MOST} students, spread evenly. */
@Component
class Calibrating {

    private static final int MOST = 500;
    private static final int AT_ONCE = 50;
    private static final int FEWEST = 30;
    private static final double SUMMER_LOSS = 0.02;

    /** What was shown elsewhere, said of oneself, or judged over the evidence is no try at school. */
    private static final Set<Form> NO_TRY =
            Set.of(Form.PRIOR_LEARNING, Form.OUTSIDE_CREDENTIAL, Form.SELF_ASSESSMENT, Form.PROFESSIONAL_JUDGEMENT);

    private final Roster roster;
    private final Frameworks frameworks;
    private final Mastery mastery;
    private final LedgerReading ledger;
    private final DesignChoices choices;
    private final Clock clock;

    Calibrating(
            Roster roster,
            Frameworks frameworks,
            Mastery mastery,
            LedgerReading ledger,
            DesignChoices choices,
            Clock clock) {
        this.roster = roster;
        this.frameworks = frameworks;
        this.mastery = mastery;
        this.ledger = ledger;
        this.choices = choices;
        this.clock = clock;
    }

    /** What came of it: rates, or why there are none. */
    sealed interface Outcome {}

    /** There was enough evidence. */
    record Calibrated(Calibration calibration) implements Outcome {}

    /** There was not; says what is missing. */
    record TooLittle(String why) implements Outcome {}

    /** From the evidence of a year in one subject. */
    Outcome of(String subject) {
        List<StudentId> students = sample(roster.students());
        Curriculum curriculum = frameworks.curriculum();
        Instant now = clock.instant();
        List<CompetencyId> competencies =
                curriculum.ofSubject(subject).stream().map(Competency::id).toList();
        Count count = new Count(curriculum, choices.book().inForce(Settings.YEAR, Place.DISTRICT, now), now);
        for (int from = 0; from < students.size(); from += AT_ONCE) {
            List<StudentId> some = students.subList(from, Math.min(students.size(), from + AT_ONCE));
            List<Standing> standings = mastery.of(some, competencies);
            Map<Showing, History> histories = ledger.histories(standings.stream()
                    .map(s -> new Showing(s.student(), s.competency()))
                    .toList());
            standings.forEach(s ->
                    count.add(s, histories.getOrDefault(new Showing(s.student(), s.competency()), History.NONE)));
        }
        return count.rates();
    }

    private static List<StudentId> sample(List<Person> students) {
        int step = Math.max(1, (students.size() + MOST - 1) / MOST);
        return IntStream.range(0, students.size())
                .filter(i -> i % step == 0)
                .mapToObj(i -> students.get(i).student())
                .toList();
    }

    /** Counts as it goes, so that no history is kept. */
    private static final class Count {
        private final Curriculum curriculum;
        private final SchoolYear year;
        private final Instant yearAgo;
        private final Map<StudentId, int[]> ofStudent = new TreeMap<>();
        private long allTries;
        private long allRight;
        private long afterSummer;
        private long wrongAfterSummer;

        Count(Curriculum curriculum, SchoolYear year, Instant now) {
            this.year = year;
            this.curriculum = curriculum;
            this.yearAgo = now.atZone(SchoolTime.zone()).minusYears(1).toInstant();
        }

        void add(Standing standing, History history) {
            double threshold = curriculum
                    .scaleOf(curriculum.competency(standing.competency()).orElseThrow())
                    .mastery();
            List<Piece> tries = history.standing().stream()
                    .filter(piece -> !NO_TRY.contains(piece.form())
                            && piece.result().rating(java.util.Optional.of(0.0)).isPresent())
                    .sorted(Piece.ORDER)
                    .toList();
            int[] counts = ofStudent.computeIfAbsent(standing.student(), fresh -> new int[2]);
            counts[0] += (int)
                    tries.stream().filter(t -> t.shownAt().isAfter(yearAgo)).count();
            boolean recent = standing.masteredAt().filter(yearAgo::isBefore).isPresent();
            counts[1] += standing.state().standing() && recent ? 1 : 0;
            allTries += tries.size();
            allRight += tries.stream().filter(t -> right(t, threshold)).count();
            standing.masteredAt()
                    .ifPresent(at -> tries.stream()
                            .filter(t -> t.shownAt().isAfter(summerAfter(at)))
                            .forEach(t -> {
                                afterSummer++;
                                wrongAfterSummer += right(t, threshold) ? 0 : 1;
                            }));
        }

        private static boolean right(Piece piece, double threshold) {
            return piece.result().rating(java.util.Optional.of(0.0)).orElse(0) >= threshold;
        }

        private Instant summerAfter(Instant mastered) {
            LocalDate day = SchoolTime.day(mastered);
            return SchoolTime.start(year.begunBy(day.minusDays(1)).plusYears(1));
        }

        Outcome rates() {
            List<int[]> active =
                    ofStudent.values().stream().filter(c -> c[0] > 0).toList();
            if (active.size() < 2 || allTries < FEWEST) {
                return new TooLittle("There is evidence of " + active.size() + " students and " + allTries
                        + " occasions. A projection takes at least 2 and " + FEWEST
                        + ". Record or import more, then come back.");
            }
            if (active.stream().allMatch(c -> c[1] == 0)) {
                return new TooLittle("Nothing was mastered in this subject in the last year, so there is no pace to go"
                        + " by. Choose another subject.");
            }
            double perYear = active.stream().mapToInt(c -> c[0]).average().orElseThrow();
            return new Calibrated(new Calibration(
                    new Rate(Math.max(1, Math.round(perYear)), active.size()),
                    new Rate(active.stream().mapToInt(c -> c[1]).average().orElseThrow(), active.size()),
                    new Rate((double) allRight / allTries, allTries),
                    rateSpread(active),
                    afterSummer < FEWEST
                            ? Rate.assumed(SUMMER_LOSS)
                            : new Rate(Calibration.forgotten((double) wrongAfterSummer / afterSummer), afterSummer)));
        }

        /** A log-normal distribution with the coefficient of variation of the gamma distribution of paces. */
        private Rate rateSpread(List<int[]> active) {
            List<PaceFit.Watched> watched = new ArrayList<>();
            active.forEach(c -> watched.add(new PaceFit.Watched(c[1], 52)));
            Pace pace = PaceFit.maximumLikelihood(watched);
            return new Rate(Math.sqrt(Math.log1p(1 / pace.shape())), active.size());
        }
    }
}
