package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.engine.State;
import org.ownpath.evidence.History;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Rejudging;
import org.ownpath.mastery.States;
import org.ownpath.policy.Rules;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Progress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every rule that a leader can choose is stored, adopted and followed by the grid. */
class EveryPresetTest extends SchoolTest {

    private static final double THRESHOLD = 3;

    @Autowired
    ApplicationContext context;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerReading reading;

    @Autowired
    Mastery mastery;

    @Autowired
    Rejudging rejudging;

    @Autowired
    Rules rules;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    @Test
    void the_grid_follows_whichever_rule_is_adopted() {
        Viewer ada = SmallDistrict.administrator(context);
        as(ada, () -> {
            List<Showing> showings = showings();
            recordAllSorts(ada, showings);
            Set<List<State>> grids = new HashSet<>();
            for (Preset preset : Presets.forThreshold(THRESHOLD)) {
                rules.adopt(ada, Optional.empty(), preset.title(), preset.rule(), "To see what it does");
                assertThat(rules.book().inForce(Instant.now()).rule()).isEqualTo(preset.rule());
                rejudging.all(Progress.SILENT);
                List<State> grid = grid(showings);
                assertThat(grid).as(preset.id()).isEqualTo(judged(preset, showings));
                grids.add(grid);
            }
            return assertThat(grids).hasSizeGreaterThan(10);
        });
    }

    private List<Showing> showings() {
        List<Competency> competencies = frameworks.curriculum().inUse();
        List<Showing> showings = new ArrayList<>();
        for (Person student : roster.students()) {
            competencies.forEach(competency -> showings.add(new Showing(student.student(), competency.id())));
        }
        return showings;
    }

    /** From nothing to seven pieces a pair, rising, falling, missed, of several forms and settings. */
    private void recordAllSorts(Viewer viewer, List<Showing> showings) {
        for (int i = 0; i < showings.size(); i++) {
            for (int n = 0; n < i % 8; n++) {
                Result result = (i + n) % 11 == 0 ? Result.missed() : Result.rated(1 + (i * 7 + n * n) % 4);
                Outcome outcome = ledger.record(viewer, observation(viewer, showings.get(i), n, result));
                assertThat(outcome).isInstanceOf(Outcome.Stored.class);
            }
        }
    }

    private static Observation observation(Viewer viewer, Showing showing, int n, Result result) {
        return new Observation(
                PieceId.next(),
                new Observation.Nature(
                        n % 2 == 0 ? Form.TEST : Form.PERFORMANCE_TASK,
                        n % 3 == 0 ? Depth.RECALL : Depth.APPLY,
                        n % 2 == 0 ? Context.CLASS : Context.HOME,
                        Purpose.SUMMATIVE),
                viewer.person(),
                Instant.now().minus(30 - n, ChronoUnit.DAYS),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Observation.Rating(showing.student(), showing.competency(), result)));
    }

    private List<State> grid(List<Showing> showings) {
        States states =
                mastery.states(roster.students().stream().map(Person::student).toList());
        return showings.stream()
                .map(showing -> states.of(showing.student(), showing.competency()))
                .toList();
    }

    private List<State> judged(Preset preset, List<Showing> showings) {
        Map<Showing, History> histories = reading.histories(showings);
        return showings.stream()
                .map(showing -> Judge.verdict(
                                preset.rule(),
                                histories.getOrDefault(showing, History.NONE).standing(),
                                Instant.now())
                        .state())
                .toList();
    }
}
