package org.ownpath.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.pathway.CompetencyMap.Ring;
import org.ownpath.pathway.CompetencyMap.Spot;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** The map of competencies around where a student stands. */
class CompetencyMapTest extends SchoolTest {

    @Autowired
    Pathway pathway;

    private CompetencyMap mathematics(String name) {
        Viewer viewer = viewer(name + "@northside.example");
        return as(viewer, () -> pathway.map(pathway.of(StudentId.of(viewer.person())), "Mathematics", AsOf.now()));
    }

    @Test
    void what_is_open_now_is_ready_and_builds_on_what_is_mastered() {
        CompetencyMap map = mathematics("maya.okafor");
        assertThat(map.at(Ring.NOW))
                .isNotEmpty()
                .allMatch(spot -> spot.step().ready())
                .allMatch(spot -> spot.first().isEmpty());
        assertThat(map.at(Ring.BEFORE))
                .isNotEmpty()
                .allMatch(spot -> spot.step().mastered());
        assertThat(map.at(Ring.BEFORE))
                .allSatisfy(spot -> assertThat(spot.leadsTo()).containsAnyElementsOf(competencies(map, Ring.NOW)));
    }

    @Test
    void what_opens_next_lacks_only_what_is_open_now() {
        CompetencyMap map = mathematics("maya.okafor");
        List<Competency> open = competencies(map, Ring.NOW);
        assertThat(map.at(Ring.NEXT)).isNotEmpty().allSatisfy(spot -> {
            assertThat(spot.step().mastered()).isFalse();
            assertThat(spot.first()).isNotEmpty();
            assertThat(open).containsAll(inSubject(spot));
        });
        List<Competency> nearer = competencies(map, Ring.NEXT);
        assertThat(map.at(Ring.LATER)).isNotEmpty().allSatisfy(spot -> {
            assertThat(spot.first()).containsAnyElementsOf(nearer);
            assertThat(nearer).doesNotContain(spot.competency());
        });
    }

    private static List<Competency> inSubject(Spot spot) {
        return spot.first().stream()
                .filter(c -> c.subject().equals("Mathematics"))
                .toList();
    }

    private static List<Competency> competencies(CompetencyMap map, Ring ring) {
        return map.at(ring).stream().map(Spot::competency).toList();
    }
}
