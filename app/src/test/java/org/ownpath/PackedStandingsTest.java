package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.PackedStandings;
import org.ownpath.mastery.Standing;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How very many students stand is read in little room, and is how each of them stands all the same. */
class PackedStandingsTest extends SchoolTest {

    @Autowired
    Mastery mastery;

    @Autowired
    Roster roster;

    @Autowired
    ApplicationContext context;

    @Test
    void everybody_stands_as_one_by_one() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        Map<StudentId, Map<CompetencyId, Standing>> expected = new HashMap<>();
        students(philippa).forEach(student -> {
            Map<CompetencyId, Standing> own = as(philippa, () -> mastery.of(student));
            if (!own.isEmpty()) {
                expected.put(student, own);
            }
        });
        assertThat(expected).hasSizeGreaterThan(200);
        Map<StudentId, Map<CompetencyId, Standing>> read = new HashMap<>();
        as(philippa, () -> mastery.packed(students(philippa)))
                .forEach((student, packed) -> read.put(student, packed.at(Instant.now())));
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void another_district_reads_none_of_them() {
        List<StudentId> students = students(viewer("philippa.crane@northside.example"));
        Map<StudentId, PackedStandings> read = as(SmallDistrict.administrator(context), () -> mastery.packed(students));
        assertThat(read).isEmpty();
    }

    private List<StudentId> students(Viewer viewer) {
        return as(viewer, () -> roster.students().stream().map(Person::student).toList());
    }
}
