package org.ownpath.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The grid of 150 students by 80 competencies, twenty readers at once and without a pause: the states alone, and the
 * whole page over HTTP, compressed as for a browser: at the server, and at the readers, which run on the same processors.
 */
final class GridRead {

    private static final int AT_ONCE = 20;
    private static final int ROUNDS = 1000;

    /** Measured afterwards: a page is twice as slow while the virtual machine still compiles it. */
    private static final int WARM_UPS = 8;

    private static final int STUDENTS = 150;
    private static final int COMPETENCIES = 80;

    private final Mastery mastery;
    private final JdbcClient database;
    private final List<StudentId> students;
    private final List<CompetencyId> competencies;
    private final int lastLevel;
    private final SignedIn reader;
    private final ServerTimes server;

    GridRead(ApplicationContext context, SignedIn reader) {
        this.mastery = context.getBean(Mastery.class);
        this.database = context.getBean(JdbcClient.class);
        this.students = context.getBean(Roster.class).students().stream()
                .limit(STUDENTS)
                .map(Person::student)
                .toList();
        List<Competency> columns = context.getBean(Frameworks.class).curriculum().ofSubject("Mathematics").stream()
                .limit(COMPETENCIES)
                .toList();
        this.competencies = columns.stream().map(Competency::id).toList();
        this.lastLevel = columns.get(columns.size() - 1).level().orElseThrow();
        this.reader = reader;
        this.server = ServerTimes.of(context);
    }

    void run(Viewer viewer) throws InterruptedException, ExecutionException {
        DistrictId district = viewer.district();
        print("states for a grid", percentile95(warmed(() -> DistrictScope.within(district, this::read))));
        String page = page(viewer);
        long[] seen = warmed(() -> reader.get(page));
        print("whole page, at the server, of a grid", percentile95(server.taken()));
        print("whole page, until its reader has it, of a grid", percentile95(seen));
    }

    private static void print(String what, double millis) {
        System.out.printf(
                "| %s of %d x %d, %d at once, 95th percentile | %.1f ms | goal 50 ms | |%n",
                what, STUDENTS, COMPETENCIES, AT_ONCE, millis);
    }

    private long[] warmed(Callable<Integer> work) throws InterruptedException, ExecutionException {
        for (int i = 0; i < WARM_UPS; i++) {
            measure(work);
        }
        server.taken();
        return measure(work);
    }

    private static double percentile95(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length * 95 / 100] / 1e6;
    }

    private static long[] measure(Callable<Integer> work) throws InterruptedException, ExecutionException {
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Long>> times = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                times.add(readers.submit(() -> {
                    long start = System.nanoTime();
                    if (work.call() == 0) {
                        throw new IllegalStateException("Nothing was read.");
                    }
                    return System.nanoTime() - start;
                }));
            }
            long[] nanos = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                nanos[i] = times.get(i).get();
            }
            return nanos;
        } finally {
            readers.shutdownNow();
        }
    }

    /** How many cells have evidence. */
    private int read() {
        States states = mastery.states(students);
        int shown = 0;
        for (StudentId student : students) {
            for (CompetencyId competency : competencies) {
                shown += states.of(student, competency) == State.NO_EVIDENCE ? 0 : 1;
            }
        }
        return shown;
    }

    /** The address of the grid of a group with these students. */
    private String page(Viewer viewer) {
        UUID group = DistrictScope.within(viewer.district(), () -> group(viewer.district()));
        return "/groups/" + group + "/grid?subject=Mathematics&from=0&to=" + lastLevel;
    }

    private UUID group(DistrictId district) {
        UUID group = UUID.randomUUID();
        database.sql("insert into roster.study_group values (?, ?, 'bench', 'grid', true, null, 'Everybody', 'cohort')")
                .params(group, district.value())
                .update();
        for (StudentId student : students) {
            database.sql("insert into roster.membership values (?, ?, 'bench', ?, true, ?, ?, 'student')")
                    .params(UUID.randomUUID(), district.value(), student.toString(), group, student.value())
                    .update();
        }
        return group;
    }
}
