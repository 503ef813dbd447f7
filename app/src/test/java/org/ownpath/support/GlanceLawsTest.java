package org.ownpath.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.State;
import org.ownpath.evidence.Try;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.FrameworkId;
import org.ownpath.shared.StudentId;

/** A look says for how long it holds; until then, looking again finds the same. */
class GlanceLawsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    private static final Scale SCALE = Scale.FOUR_POINT;
    private static final int CASES = 4000;
    private static final int DAYS = 420;

    private final List<Competency> competencies =
            IntStream.range(0, 12).mapToObj(GlanceLawsTest::competency).toList();
    private final SubjectWork.Course course = new SubjectWork.Course(graph(), id -> SCALE);

    /** A student's evidence, from which the standings follow at any moment. */
    private record Student(Map<CompetencyId, List<Try>> tries, Map<CompetencyId, Optional<Instant>> freshUntil) {

        Standing standing(CompetencyId competency, Instant now) {
            List<Try> own = tries.getOrDefault(competency, List.of());
            Optional<Instant> masteredAt = own.stream()
                    .filter(piece -> piece.rating().orElseThrow() == 4)
                    .map(Try::shownAt)
                    .findFirst();
            Optional<Instant> fresh = masteredAt.flatMap(at -> freshUntil.get(competency));
            State state = masteredAt.isEmpty()
                    ? State.NOT_YET
                    : fresh.filter(until -> until.isBefore(now)).isPresent() ? State.NEEDS_REFRESH : State.MASTERED;
            return new Standing(
                    new StudentId(new UUID(0, 1)),
                    competency,
                    state,
                    OptionalDouble.empty(),
                    own.size(),
                    masteredAt,
                    Optional.of(own.get(own.size() - 1).shownAt()),
                    fresh);
        }
    }

    @Test
    void what_a_look_found_holds_until_it_says() {
        Random random = new Random(20261120);
        Map<SignalKind, Integer> found = new EnumMap<>(SignalKind.class);
        for (int n = 0; n < CASES; n++) {
            Student student = student(random);
            Looking.LOOKS.forEach((kind, look) -> {
                Glance glance = look.at(work(student, NOW), Thresholds.USUAL);
                glance.finding().ifPresent(finding -> found.merge(kind, 1, Integer::sum));
                Instant until = glance.again().orElse(NOW.plus(Duration.ofDays(DAYS)));
                assertThat(until).isAfter(NOW);
                for (int step = 0; step < 4; step++) {
                    long seconds = Duration.between(NOW, until).toSeconds();
                    Instant later = NOW.plusSeconds((long) (seconds * (step == 0 ? 0.999999 : random.nextDouble())));
                    assertThat(look.at(work(student, later), Thresholds.USUAL).finding())
                            .as("%s at %s, which should hold until %s", kind, later, until)
                            .isEqualTo(glance.finding());
                }
            });
        }
        assertThat(found.keySet()).containsAll(Looking.LOOKS.keySet());
    }

    private SubjectWork work(Student student, Instant now) {
        Map<CompetencyId, Standing> standings = new HashMap<>();
        student.tries().keySet().forEach(competency -> standings.put(competency, student.standing(competency, now)));
        return new SubjectWork(
                new StudentId(new UUID(0, 1)),
                "Mathematics",
                competencies,
                new SubjectWork.Shown(standings, student.tries()),
                course,
                now);
    }

    private Student student(Random random) {
        Map<CompetencyId, List<Try>> tries = new HashMap<>();
        Map<CompetencyId, Optional<Instant>> freshUntil = new HashMap<>();
        boolean tests = random.nextBoolean();
        int farthest = random.nextBoolean() ? 60 : DAYS;
        boolean waits = random.nextInt(8) == 0; // with the first eight mastered and nothing of the last four shown
        int reach = waits ? 8 : 4 + random.nextInt(9);
        for (int c = 0; c < reach; c++) {
            boolean masters = waits || (c < reach - 2 && random.nextInt(5) > 0);
            boolean spins = !waits && c == reach - 1 && reach % 4 == 0;
            int count = random.nextInt(7) + (spins ? 7 : 0) + (waits ? 1 : 0);
            if (count > 0) {
                tries.put(competencies.get(c).id(), pieces(random, count, new Kind(tests, masters, farthest)));
            }
            freshUntil.put(
                    competencies.get(c).id(),
                    random.nextInt(3) > 0
                            ? Optional.empty()
                            : Optional.of(NOW.plusSeconds(random.nextInt(86_400 * 60) - 86_400 * 20)));
        }
        return new Student(tries, freshUntil);
    }

    private record Kind(boolean tests, boolean masters, int farthest) {}

    private static List<Try> pieces(Random random, int count, Kind kind) {
        List<Try> pieces = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Instant shown = NOW.minusSeconds(random.nextInt(86_400 * kind.farthest()));
            double rating = kind.masters() && n == 0 ? 4 : 1 + random.nextInt(3);
            pieces.add(new Try(shown, OptionalDouble.of(rating), kind.tests(), kind.tests()));
        }
        pieces.sort(Comparator.comparing(Try::shownAt));
        return pieces;
    }

    private static Competency competency(int n) {
        return new Competency(
                new CompetencyId(new UUID(1, n)),
                new FrameworkId(new UUID(0, 2)),
                Optional.empty(),
                "Mathematics",
                Optional.empty(),
                OptionalInt.of(n / 4),
                "Step " + n,
                "I can take step " + n,
                List.of(),
                n);
    }

    /** Each of the first eight opens one of the last four as well as its next. */
    private PrerequisiteGraph<CompetencyId> graph() {
        List<PrerequisiteGraph.Edge<CompetencyId>> edges = IntStream.range(0, 8)
                .mapToObj(n -> new PrerequisiteGraph.Edge<>(
                        competencies.get(n).id(), competencies.get(8 + n % 4).id()))
                .toList();
        return ((PrerequisiteGraph.Acyclic<CompetencyId>) PrerequisiteGraph.build(
                        competencies.stream().map(Competency::id).toList(), edges))
                .graph();
    }
}
