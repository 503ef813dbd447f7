package org.ownpath.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Students who wait for something that is done beside whoever changed something about them, in this process alone. To
 * wait twice is to wait once.
 */
public final class StudentsWaiting {

    private static final Logger LOG = LoggerFactory.getLogger(StudentsWaiting.class);

    private final String work;
    private final Map<DistrictId, Set<StudentId>> waiting = new ConcurrentHashMap<>();

    /**
     * Nobody is waiting yet.
     *
     * @param work what they wait for, as the log names it
     */
    public StudentsWaiting(String work) {
        this.work = work;
    }

    /** These students of the district wait from now on. */
    public void add(DistrictId district, Collection<StudentId> students) {
        waiting.computeIfAbsent(district, first -> ConcurrentHashMap.newKeySet())
                .addAll(students);
    }

    /**
     * Does the work for those who are waiting, district by district. Where it fails they go on waiting, and the other
     * districts have theirs meanwhile.
     */
    public void each(Consumer<Set<StudentId>> perDistrict) {
        waiting.forEach((district, students) -> {
            Set<StudentId> due = Set.copyOf(students);
            if (due.isEmpty()) {
                return;
            }
            // whoever is added while the work goes on waits for the next time
            students.removeAll(due);
            try {
                DistrictScope.run(district, () -> perDistrict.accept(due));
            } catch (RuntimeException e) {
                students.addAll(due);
                LOG.error("{} of the district {} failed, and is tried again", work, district, e);
            }
        });
    }
}
