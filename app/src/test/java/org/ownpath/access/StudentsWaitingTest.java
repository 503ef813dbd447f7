package org.ownpath.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;

class StudentsWaitingTest {

    private static final DistrictId NORTH = new DistrictId(new UUID(0, 1));
    private static final DistrictId SOUTH = new DistrictId(new UUID(0, 2));
    private static final StudentId MAYA = new StudentId(new UUID(1, 1));
    private static final StudentId THEO = new StudentId(new UUID(1, 2));

    private final StudentsWaiting waiting = new StudentsWaiting("Looking");

    private List<StudentId> looked() {
        List<StudentId> looked = new ArrayList<>();
        waiting.each(looked::addAll);
        return looked;
    }

    @Test
    void who_waits_twice_is_looked_at_once_and_in_their_own_district() {
        waiting.add(NORTH, Set.of(MAYA));
        waiting.add(NORTH, Set.of(MAYA));
        List<DistrictId> districts = new ArrayList<>();
        waiting.each(students -> districts.add(DistrictScope.require()));
        assertThat(districts).containsExactly(NORTH);
        assertThat(looked()).isEmpty();
    }

    @Test
    void where_the_work_fails_they_go_on_waiting_and_the_other_district_has_its_own() {
        waiting.add(NORTH, Set.of(MAYA));
        waiting.add(SOUTH, Set.of(THEO));
        List<StudentId> looked = new ArrayList<>();
        waiting.each(students -> {
            if (DistrictScope.require().equals(NORTH)) {
                throw new IllegalStateException("no database");
            }
            looked.addAll(students);
        });
        assertThat(looked).containsExactly(THEO);
        assertThat(looked()).containsExactly(MAYA);
    }

    @Test
    void who_is_added_during_the_work_waits_for_the_next_time() {
        waiting.add(NORTH, Set.of(MAYA));
        waiting.each(students -> waiting.add(NORTH, students));
        assertThat(looked()).containsExactly(MAYA);
    }
}
