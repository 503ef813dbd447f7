package org.ownpath.insight;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ownpath.engine.State;
import org.ownpath.shared.StudentId;

/** Counts standings, and the students they belong to, on their way into a {@link Comparison.Line}. */
final class Tally {

    private final String label;
    private final long[] flow = new long[State.values().length * State.values().length];
    private int students;
    private int rising;
    private int falling;
    private long showingsToday;
    private long showingsDrafted;
    private final Map<StudentId, EnumSet<Move>> open = new HashMap<>();

    Tally(String label) {
        this.label = label;
    }

    /** One standing, judged twice. */
    record Pair(State today, State drafted, int missingToday, int missingDrafted) {

        Move move() {
            return Move.of(today, drafted);
        }
    }

    void add(StudentId student, Pair pair) {
        flow[Flow.place(pair.today(), pair.drafted())]++;
        showingsToday += pair.missingToday();
        showingsDrafted += pair.missingDrafted();
        open.computeIfAbsent(student, s -> EnumSet.noneOf(Move.class)).add(pair.move());
    }

    /** All standings of the students so far were added. */
    void close() {
        students += open.size();
        for (Set<Move> moves : open.values()) {
            rising += moves.contains(Move.ADVANCES) ? 1 : 0;
            falling += moves.contains(Move.FALLS) ? 1 : 0;
        }
        open.clear();
    }

    /** The lines of those tallies that anything was added to. */
    static List<Comparison.Line> lines(Collection<Tally> tallies) {
        return tallies.stream().filter(t -> t.students > 0).map(Tally::line).toList();
    }

    Comparison.Line line() {
        return new Comparison.Line(
                label,
                students,
                rising,
                falling,
                new Flow(Arrays.stream(flow).boxed().toList()),
                showingsToday,
                showingsDrafted);
    }
}
