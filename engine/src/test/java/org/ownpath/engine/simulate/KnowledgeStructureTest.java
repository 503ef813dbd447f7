package org.ownpath.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.PrerequisiteGraph.Edge;

class KnowledgeStructureTest {

    @Property(tries = 200)
    void a_generated_structure_needs_its_strand_and_looks_back_one_level(
            @ForAll @IntRange(min = 1, max = 13) int levels,
            @ForAll @IntRange(min = 1, max = 12) int perLevel,
            @ForAll long seed) {
        KnowledgeStructure structure = KnowledgeStructure.generated(levels, perLevel, seed);
        assertThat(structure.levels()).isEqualTo(levels);
        assertThat(structure.competencies()).isEqualTo(levels * perLevel);
        for (int c = 0; c < structure.competencies(); c++) {
            List<Integer> before = structure.prerequisites(c);
            assertThat(structure.level(c)).isEqualTo(c / perLevel);
            assertThat(before).hasSizeLessThanOrEqualTo(2).doesNotHaveDuplicates();
            for (int prerequisite : before) {
                assertThat(prerequisite).isLessThan(c);
                assertThat(structure.level(prerequisite)).isGreaterThanOrEqualTo(structure.level(c) - 1);
            }
            assertThat(c < perLevel || before.contains(c - perLevel)).isTrue();
            assertThat(KnowledgeStructure.generated(levels, perLevel, seed).prerequisites(c))
                    .isEqualTo(before);
        }
    }

    @Test
    void data_out_of_order_is_refused() {
        assertThatThrownBy(() -> KnowledgeStructure.of(List.of(), List.of())).hasMessageContaining("Add at least one");
        assertThatThrownBy(() -> KnowledgeStructure.of(List.of(1), List.of())).hasMessageContaining("from level 0");
        assertThatThrownBy(() -> KnowledgeStructure.of(List.of(0, 2), List.of()))
                .hasMessage("Competency 1 has the level 2 after the level 0."
                        + " Order competencies by level, from level 0, and leave no level empty.");
        assertThatThrownBy(() -> KnowledgeStructure.of(List.of(0, 0), List.of(new Edge<>(1, 0))))
                .hasMessageContaining("The prerequisite 1 of 0");
        assertThatThrownBy(() -> KnowledgeStructure.of(List.of(0), List.of(new Edge<>(0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static KnowledgeStructure read(String... lines) {
        return StructureCsv.read(new StringReader("competency,level,prerequisites\n" + String.join("\n", lines)));
    }

    @Test
    void a_file_is_taught_by_level_and_prerequisites_first() {
        KnowledgeStructure structure = read("fractions,1,\"add; share\"", "add,0,count", "count,0,", "share,0,");
        assertThat(structure.levels()).isEqualTo(2);
        assertThat(structure.prerequisites(3)).hasSize(2);
        assertThat(structure.level(3)).isEqualTo(1);
        assertThat(IntStream.range(0, 3).filter(c -> structure.prerequisites(c).size() == 1))
                .hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_says_where_and_what() {
        assertThatThrownBy(() -> read("a,0,", "a,1,"))
                .hasMessageContaining("Line 3")
                .hasMessageContaining("'a'");
        assertThatThrownBy(() -> read("a,first,")).hasMessageContaining("Line 2: the level 'first'");
        assertThatThrownBy(() -> read("a,0,", "b,1,c")).hasMessageContaining("Line 3: the prerequisite 'c' of 'b'");
        assertThatThrownBy(() -> read("a,0,b", "b,1,")).hasMessageContaining("Line 2: the prerequisite 'b' of 'a'");
        assertThatThrownBy(() -> read("a,0,b", "b,0,a")).hasMessageContaining("before themselves");
        assertThatThrownBy(() -> StructureCsv.read(new StringReader("name,level\na,0")))
                .isInstanceOf(StructureFormatException.class)
                .hasMessageContaining("no column 'competency'");
        assertThatThrownBy(() -> read("a,1,")).hasMessageContaining("from level 0");
    }
}
