package org.ownpath.bench;

import java.util.Arrays;
import org.ownpath.roster.Roster;
import org.ownpath.support.Signals;
import org.springframework.context.ApplicationContext;

/** How fast a day's signals of the whole seed school are seen anew, evidence read, looked at and stored. */
final class SignalLook {

    private static final int ROUNDS = 9;
    private static final int DISTRICT = 50_000;
    private static final int GOAL_SECONDS = 60;

    private final Signals signals;
    private final int students;

    SignalLook(ApplicationContext context) {
        this.signals = context.getBean(Signals.class);
        this.students = context.getBean(Roster.class).students().size();
    }

    void run() {
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            signals.lookAtEverybody();
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        double rate = students / seconds[ROUNDS / 2];
        System.out.printf(
                "| signals of %d students with all their evidence, one thread | %,.0f students/s, so %.0f s for %,d | goal %d s | |%n",
                students, rate, DISTRICT / rate, DISTRICT, GOAL_SECONDS);
    }
}
