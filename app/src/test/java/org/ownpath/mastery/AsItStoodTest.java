package org.ownpath.mastery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ownpath.MovableClock;
import org.ownpath.SchoolTest;
import org.ownpath.SmallDistrict;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.PlacementSource;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Settings;
import org.ownpath.policy.WorkingLevel;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the product showed on a day is what it shows as of that day, over random histories of a small district. */
class AsItStoodTest extends SchoolTest {

    private static final int STEPS = 60;

    @Autowired
    ApplicationContext context;

    @Autowired
    MovableClock clock;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerReading reading;

    @Autowired
    Mastery mastery;

    @Autowired
    CatchingUp catchingUp;

    @Autowired
    DesignChoices choices;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    @Autowired
    Pathway pathway;

    @AfterEach
    void time_goes_on() {
        clock.goOn();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_was_shown_on_a_day_is_what_is_shown_as_of_that_day(long seed) {
        clock.stopAt(Instant.parse("2012-01-01T08:00:00Z").plus(Duration.ofDays(800 * seed)));
        Viewer administrator = SmallDistrict.administrator(context, "Millbrook");
        as(administrator, () -> {
            History history = new History(administrator, new Random(seed));
            Map<Instant, Shown> shown = new HashMap<>();
            for (int step = 0; step < STEPS; step++) {
                history.goesOn();
                shown.put(clock.instant(), history.now());
            }
            assertThat(shown)
                    .allSatisfy((moment, then) -> assertThat(history.asOf(moment))
                            .as("seed %d, as of %s", seed, moment)
                            .isEqualTo(then));
            return assertThat(history.happened).as("what happened").hasSize(8);
        });
    }

    /** How everybody stands, and what their paths make of it by the answers to settings. */
    private record Shown(
            Map<StudentId, Map<CompetencyId, Standing>> standings, Map<StudentId, List<SubjectPath>> paths) {}

    private final class History {

        private final Viewer administrator;
        private final Random random;
        private final List<StudentId> students;
        private final List<Competency> competencies;
        private final List<PieceId> pieces = new ArrayList<>();
        private final Map<String, Integer> happened = new HashMap<>();

        History(Viewer administrator, Random random) {
            this.administrator = administrator;
            this.random = random;
            this.students =
                    roster.students().stream().map(Person::student).limit(3).toList();
            this.competencies = frameworks.curriculum().inUse().subList(0, 3);
        }

        void goesOn() {
            clock.stopAt(clock.instant().plus(Duration.ofHours(1 + random.nextInt(400))));
            catchingUp.catchUp();
            int what = random.nextInt(12);
            if (what < 5) {
                record();
            } else if (what < 7 && !pieces.isEmpty()) {
                takeBack();
            } else if (what == 7 && !pieces.isEmpty()) {
                correct();
            } else if (what == 8) {
                adopt(clock.instant());
            } else if (what == 9) {
                adopt(clock.instant().plus(Duration.ofDays(1 + random.nextInt(40))));
            } else {
                choose(clock.instant().plus(Duration.ofDays(what == 10 ? 0 : 1 + random.nextInt(40))));
            }
            clock.stopAt(clock.instant().plusSeconds(60));
            catchingUp.catchUp();
        }

        private void record() {
            Observation observation = observation();
            assertThat(ledger.record(administrator, observation)).isInstanceOf(Outcome.Stored.class);
            pieces.add(observation.piece());
            happened.merge(
                    observation.shownAt().isBefore(clock.instant().minus(Duration.ofDays(30))) ? "late" : "soon",
                    1,
                    Integer::sum);
        }

        private void takeBack() {
            ledger.withdraw(administrator, one(pieces), Optional.empty(), "It was somebody else's");
            happened.merge("withdrawn", 1, Integer::sum);
        }

        private void correct() {
            PieceId wrong = one(pieces);
            Entry was = reading.piece(wrong).get(0);
            Observation right = observation(was.student(), was.competency());
            ledger.correct(administrator, wrong, right, "It was typed wrongly");
            happened.merge("corrected", 1, Integer::sum);
        }

        private void adopt(Instant from) {
            List<Preset> presets = Presets.forThreshold(3);
            Preset preset = one(presets);
            List<Scope> scopes = List.of(
                    Scope.district(),
                    new Scope.Subject("mathematics"),
                    new Scope.OneCompetency(one(competencies).id()));
            ChoiceDraft draft = ChoiceDraft.EMPTY.with(new ChoiceDraft.RuleChange(
                    one(scopes), preset.title(), preset.rule(), false, random.nextInt(5) == 0));
            assertThat(choices.adopt(administrator, draft, from, "To see what it does"))
                    .isInstanceOf(Adopting.Done.class);
            happened.merge(from.isAfter(clock.instant()) ? "adopted for later" : "adopted", 1, Integer::sum);
        }

        private void choose(Instant from) {
            ChoiceDraft.SettingChange<?> change = random.nextBoolean()
                    ? new ChoiceDraft.SettingChange<>(
                            Settings.WORKING_LEVEL,
                            random.nextBoolean() ? Scope.district() : new Scope.OneStudent(one(students)),
                            Optional.of(one(List.of(WorkingLevel.values()))),
                            false)
                    : new ChoiceDraft.SettingChange<>(
                            Settings.PLACEMENT,
                            Scope.district(),
                            Optional.of(one(List.of(PlacementSource.values()))),
                            false);
            assertThat(choices.adopt(administrator, ChoiceDraft.EMPTY.with(change), from, "To see what it does"))
                    .isInstanceOf(Adopting.Done.class);
            happened.merge(from.isAfter(clock.instant()) ? "chosen for later" : "chosen", 1, Integer::sum);
        }

        private Observation observation() {
            return observation(one(students), one(competencies).id());
        }

        private Observation observation(StudentId student, CompetencyId competency) {
            Result result = random.nextInt(8) == 0 ? new Result.Missed() : Result.rated(1 + random.nextInt(4));
            return new Observation(
                    PieceId.next(),
                    new Observation.Nature(
                            random.nextBoolean() ? Form.TEST : Form.PROJECT,
                            one(List.of(Depth.values())),
                            Context.CLASS,
                            one(List.of(Purpose.values()))),
                    administrator.person(),
                    clock.instant().minus(Duration.ofDays(random.nextInt(60))),
                    Optional.of("A task"),
                    Optional.empty(),
                    List.of(),
                    List.of(new Observation.Rating(student, competency, result)));
        }

        Shown now() {
            return shown(AsOf.now());
        }

        Shown asOf(Instant moment) {
            return shown(new AsOf.Earlier(moment));
        }

        private Shown shown(AsOf asOf) {
            Map<StudentId, List<SubjectPath>> paths = new HashMap<>();
            students.forEach(
                    student -> paths.put(student, pathway.of(student, asOf).subjects()));
            return new Shown(standings(asOf), paths);
        }

        /** The states that grids read are held against the standings that paths read, and the reasons against both. */
        private Map<StudentId, Map<CompetencyId, Standing>> standings(AsOf asOf) {
            Map<StudentId, Map<CompetencyId, Standing>> standings = new HashMap<>();
            States states = mastery.states(students, asOf);
            for (StudentId student : students) {
                Map<CompetencyId, Standing> of = mastery.of(student, asOf);
                of.values().forEach(standing -> {
                    assertThat(states.of(student, standing.competency())).isEqualTo(standing.state());
                    Competency competency = frameworks
                            .curriculum(asOf)
                            .competency(standing.competency())
                            .orElseThrow();
                    assertThat(mastery.explain(student, competency, asOf)
                                    .judgement()
                                    .state())
                            .isEqualTo(standing.state());
                });
                standings.put(student, of);
            }
            return standings;
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
