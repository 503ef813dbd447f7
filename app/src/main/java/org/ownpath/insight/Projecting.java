package org.ownpath.insight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.Rule;
import org.ownpath.engine.simulate.Advancement;
import org.ownpath.engine.simulate.Attrition;
import org.ownpath.engine.simulate.Checking;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.KnowledgeStructure;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Measure;
import org.ownpath.engine.simulate.Results;
import org.ownpath.engine.simulate.Run;
import org.ownpath.engine.simulate.Scenario;
import org.ownpath.engine.simulate.School;
import org.ownpath.engine.simulate.Simulation;
import org.ownpath.engine.simulate.Support;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.insight.Projection.Match;
import org.ownpath.insight.Projection.Series;
import org.ownpath.insight.Projection.Way;
import org.ownpath.policy.Rules;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Progress;
import org.springframework.stereotype.Component;

/** Simulates a subject of the school under every learner model, by batch and upon mastery. */
@Component
class Projecting {

    private static final long SEED = 1;
    private static final int LEARNERS = 2000;
    private static final List<Group> GROUPS = List.of(Group.ALL, Group.SLOWER);

    private final Calibrating calibrating;
    private final Frameworks frameworks;
    private final Rules rules;
    private final Clock clock;

    Projecting(Calibrating calibrating, Frameworks frameworks, Rules rules, Clock clock) {
        this.calibrating = calibrating;
        this.frameworks = frameworks;
        this.rules = rules;
        this.clock = clock;
    }

    /** What came of it: a projection, or why there is none. */
    sealed interface Outcome {}

    /** It was made. */
    record Projected(Projection projection) implements Outcome {}

    /** It cannot be; says why and what to do. */
    record Refused(String why) implements Outcome {}

    /** Does it; the progress may stop it. */
    Outcome of(String subject, Progress progress) {
        progress.at("Reading evidence", 0, -1);
        List<Competency> competencies = Subject.ordered(frameworks.curriculum(), subject);
        if (!Subject.onEveryLevel(competencies)) {
            return new Refused("'" + subject + "' has no competencies on some level between kindergarten and its last."
                    + " A projection needs some on each. Choose another subject.");
        }
        Rule rule = rules.book().inForce(subject, clock.instant()).rule();
        if (rule.requirements().threshold() != Checking.RIGHT) {
            return new Refused(
                    "The rule in force asks for " + rule.requirements().threshold()
                            + ", and the simulation rates from 1 to 4 with " + Checking.RIGHT
                            + " as mastery. It cannot follow this rule yet.");
        }
        Calibrating.Outcome calibrated = calibrating.of(subject);
        return calibrated instanceof Calibrating.Calibrated known
                ? new Projected(simulated(new Known(subject, rule, known.calibration()), progress))
                : new Refused(((Calibrating.TooLittle) calibrated).why());
    }

    /** What a simulation goes by. */
    private record Known(String subject, Rule rule, Calibration calibration) {}

    /** On one thread, so that the other ones serve pages. */
    private Projection simulated(Known known, Progress progress) {
        Calibration calibration = known.calibration();
        Rule rule = known.rule();
        Subject structure =
                Subject.of(frameworks.curriculum(), Subject.ordered(frameworks.curriculum(), known.subject()));
        Scenario own = scenario(structure.structure(), calibration).with(Advancement.by(rule));
        Scenario strict = own.with(Advancement.standard());
        PaceMatch match = PaceMatch.of(own, calibration);
        List<DoubleFunction<LearnerModel>> models = calibration.models();
        List<Match> matches = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            Part part = new Part(2 * m, 2 * models.size());
            LearnerModel model = match.matched(models.get(m), (done, all) -> goesOn(part, 0, progress));
            Results byRule = run(own, model, part, progress);
            Results byStrict = run(strict, model, new Part(2 * m + 1, 2 * models.size()), progress);
            matches.add(new Match(model.name(), match.pace(byRule), match.passes(byRule)));
            series.addAll(series(byRule, Way.BATCH));
            series.addAll(series(byRule, Way.OWN_RULE));
            series.addAll(series(byStrict, Way.STRICT_RULE));
        }
        return new Projection(calibration, rule.sentence(), structure.told(), LEARNERS, matches, series);
    }

    private static Scenario scenario(KnowledgeStructure structure, Calibration calibration) {
        int years = Math.min(School.MOST_YEARS, structure.levels());
        int opportunities = (int) Math.round(calibration.opportunities().value());
        return new Scenario(
                structure,
                calibration.population(),
                new School(years, opportunities, Promotion.REQUIRED_SHARE),
                Advancement.standard(),
                Support.none(),
                Attrition.standard());
    }

    /** Which of how many runs it is. */
    private record Part(int number, int of) {}

    private static Results run(Scenario scenario, LearnerModel model, Part part, Progress progress) {
        Simulation.Outcome outcome = Simulation.run(
                scenario, model, new Run(SEED, LEARNERS, 1), (done, all) -> goesOn(part, done, progress));
        if (outcome instanceof Simulation.Finished finished) {
            return finished.results();
        }
        throw new Progress.Cancelled();
    }

    private static boolean goesOn(Part part, long done, Progress progress) {
        try {
            progress.at("Simulating", (long) part.number() * LEARNERS + done, (long) part.of() * LEARNERS);
            return true;
        } catch (Progress.Cancelled e) {
            return false;
        }
    }

    private static List<Series> series(Results results, Way way) {
        List<Series> series = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            GROUPS.forEach(group -> series.add(Series.of(results, way, measure, group)));
        }
        return series;
    }

    /** A subject as the simulation takes it. */
    private record Subject(KnowledgeStructure structure, Projection.Structure told) {

        static Subject of(Curriculum curriculum, List<Competency> ordered) {
            Map<CompetencyId, Integer> number = new HashMap<>();
            ordered.forEach(c -> number.put(c.id(), number.size()));
            Set<PrerequisiteGraph.Edge<Integer>> edges = new LinkedHashSet<>();
            int leftOut = 0;
            for (Competency competency : ordered) {
                int after = number.getOrDefault(competency.id(), 0);
                for (CompetencyId before : curriculum.graph().prerequisites(competency.id())) {
                    int earlier = number.getOrDefault(before, Integer.MAX_VALUE);
                    if (earlier < after) {
                        edges.add(new PrerequisiteGraph.Edge<>(earlier, after));
                    } else {
                        leftOut++;
                    }
                }
            }
            KnowledgeStructure structure =
                    KnowledgeStructure.of(ordered.stream().map(Subject::level).toList(), edges);
            return new Subject(
                    structure, new Projection.Structure(ordered.size(), structure.levels(), edges.size(), leftOut));
        }

        /** By level, and within a level so that what comes before stands before. */
        static List<Competency> ordered(Curriculum curriculum, String subject) {
            Map<CompetencyId, Integer> place = new HashMap<>();
            curriculum.graph().order().forEach(id -> place.put(id, place.size()));
            return curriculum.ofSubject(subject).stream()
                    .filter(c -> c.level().isPresent())
                    .sorted(java.util.Comparator.comparingInt(Subject::level)
                            .thenComparingInt(c -> place.getOrDefault(c.id(), 0)))
                    .toList();
        }

        static boolean onEveryLevel(List<Competency> ordered) {
            int[] levels = ordered.stream().mapToInt(Subject::level).distinct().toArray();
            return levels.length > 0 && levels[levels.length - 1] == levels.length - 1;
        }

        private static int level(Competency competency) {
            return competency.level().orElse(0);
        }
    }
}
