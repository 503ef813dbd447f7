package org.ownpath.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ownpath.access.DistrictScope;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;
import org.springframework.context.ApplicationContext;

/** The standings of 150 students in 80 competencies, twenty readers at once: the 95th percentile. */
final class GridRead {

    private static final int AT_ONCE = 20;
    private static final int ROUNDS = 1000;

    private final Mastery mastery;
    private final List<StudentId> students;
    private final List<CompetencyId> competencies;

    GridRead(ApplicationContext context) {
        this.mastery = context.getBean(Mastery.class);
        this.students = context.getBean(Roster.class).students().stream()
                .limit(150)
                .map(Person::student)
                .toList();
        this.competencies = context.getBean(Frameworks.class).curriculum().ofSubject("Mathematics").stream()
                .limit(80)
                .map(Competency::id)
                .toList();
    }

    void run() {
        measure();
        long[] nanos = measure();
        Arrays.sort(nanos);
        System.out.printf(
                "| states for a grid of 150 x 80, %d at once, 95th percentile | %.1f ms | goal 50 ms | |%n",
                AT_ONCE, nanos[nanos.length * 95 / 100] / 1e6);
    }

    private long[] measure() {
        DistrictId district = DistrictScope.require();
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Long>> times = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                times.add(readers.submit(() -> DistrictScope.within(district, this::read)));
            }
            long[] nanos = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                nanos[i] = times.get(i).get();
            }
            return nanos;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            readers.shutdownNow();
        }
    }

    private long read() {
        long start = System.nanoTime();
        mastery.states(students, competencies);
        return System.nanoTime() - start;
    }
}
