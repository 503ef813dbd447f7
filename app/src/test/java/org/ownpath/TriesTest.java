package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Result;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerStream;
import org.ownpath.evidence.Tries;
import org.ownpath.evidence.Try;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Tries are read in little room, and are what the ledger says all the same. */
class TriesTest extends SchoolTest {

    @Autowired
    LedgerStream ledger;

    @Autowired
    Roster roster;

    @Autowired
    ApplicationContext context;

    @Test
    void the_tries_of_everybody_are_the_pieces_that_stand_and_count() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        List<StudentId> students = as(
                philippa, () -> roster.students().stream().map(Person::student).toList());
        Map<StudentId, Map<CompetencyId, List<Try>>> expected = new HashMap<>();
        as(philippa, () -> ledger.readTogether(students))
                .forEach((student, held) -> held.forEach((competency, history) -> {
                    List<Try> counted = counted(history);
                    if (!counted.isEmpty()) {
                        expected.computeIfAbsent(student, first -> new HashMap<>())
                                .put(competency, counted);
                    }
                }));
        Map<StudentId, Tries> read = as(philippa, () -> ledger.tries(students));
        assertThat(expected).hasSizeGreaterThan(200);
        for (StudentId student : students) {
            assertThat(read.getOrDefault(student, Tries.NONE).byCompetency())
                    .isEqualTo(expected.getOrDefault(student, Map.of()));
        }
    }

    private static List<Try> counted(History history) {
        return history.standing().stream()
                .filter(piece -> piece.form().aggregates())
                .sorted(Piece.ORDER)
                .map(piece -> new Try(
                        piece.shownAt(),
                        piece.result() instanceof Result.Rated rated
                                ? OptionalDouble.of(rated.value())
                                : OptionalDouble.empty(),
                        piece.form() == Form.TEST,
                        piece.depth() == Depth.RECALL))
                .toList();
    }

    @Test
    void everybody_lies_together_with_some_others_once() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        List<StudentId> students = as(
                philippa, () -> roster.students().stream().map(Person::student).toList());
        List<List<StudentId>> together = as(philippa, () -> ledger.lyingTogether(students, 20));
        assertThat(together).allSatisfy(some -> assertThat(some).isNotEmpty().hasSizeLessThanOrEqualTo(20));
        Set<StudentId> all = new HashSet<>();
        together.forEach(all::addAll);
        assertThat(all).isEqualTo(Set.copyOf(students));
        assertThat(together.stream().mapToInt(List::size).sum()).isEqualTo(students.size());
    }

    @Test
    void another_district_reads_none_of_them() {
        List<StudentId> students = as(
                viewer("philippa.crane@northside.example"),
                () -> roster.students().stream().map(Person::student).toList());
        assertThat(as(SmallDistrict.administrator(context), () -> ledger.tries(students)))
                .isEmpty();
    }
}
