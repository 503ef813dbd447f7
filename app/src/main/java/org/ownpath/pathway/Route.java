package org.ownpath.pathway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;

/**
 * The way to a goal: what the prerequisites ask for, as it was adjusted, in an order that the prerequisites allow.
 *
 * @param stops all that is worked on, in order
 * @param leftOut what the prerequisites ask for and is not worked on
 */
public record Route(List<Stop> stops, List<Competency> leftOut) {

    /** Keeps its own copies of the lists. */
    public Route {
        stops = List.copyOf(stops);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One competency on the way.
     *
     * @param target whether it is part of the goal itself
     * @param waitsFor what has to be mastered before it and is not
     */
    public record Stop(Competency competency, Optional<Standing> standing, boolean target, List<Competency> waitsFor) {

        /** How the student stands in it. */
        public State state() {
            return standing.map(Standing::state).orElse(State.NO_EVIDENCE);
        }

        /** Whether it stands mastered. */
        public boolean done() {
            return state().standing();
        }

        /** Whether it can be taken on now. */
        public boolean ready() {
            return !done() && waitsFor.isEmpty();
        }
    }

    /** What is left, in order. */
    public List<Stop> open() {
        return stops.stream().filter(stop -> !stop.done()).toList();
    }

    /** What stands mastered, in order. */
    public List<Stop> done() {
        return stops.stream().filter(Stop::done).toList();
    }

    /** How much of it stands mastered, in hundredths, rounded down. */
    public int percent() {
        return stops.isEmpty() ? 0 : 100 * done().size() / stops.size();
    }

    /** How far it is, as a person says it: "6 of 8 steps mastered". */
    public String inWords() {
        int done = done().size();
        if (stops.size() == 1) {
            return done == 1 ? "The one step is mastered" : "One step, not mastered yet";
        }
        return done + " of " + stops.size() + " steps mastered";
    }

    /** When the goal was reached: all that it is stands mastered. Empty while something is missing. */
    public Optional<Instant> reachedAt() {
        List<Stop> targets = stops.stream().filter(Stop::target).toList();
        return targets.isEmpty() || !targets.stream().allMatch(Stop::done)
                ? Optional.empty()
                : targets.stream()
                        .flatMap(stop -> stop.standing().stream())
                        .flatMap(standing -> standing.masteredAt().stream())
                        .max(Comparator.naturalOrder());
    }

    /** What the prerequisites ask for on the way to these targets, in their order, the targets among it. */
    static List<CompetencyId> way(Curriculum curriculum, List<CompetencyId> targets, Set<CompetencyId> mastered) {
        Set<CompetencyId> asked = new HashSet<>(targets);
        targets.forEach(target -> asked.addAll(curriculum.graph().pathTo(target, mastered)));
        return curriculum.graph().order().stream().filter(asked::contains).toList();
    }

    /** The way of a goal as it was adjusted, with how the student stands on it now. */
    static Route of(Goal goal, List<PathChange> changes, Curriculum curriculum, Map<CompetencyId, Standing> standings) {
        List<CompetencyId> targets = goal.wish().aim().targets(curriculum).stream()
                .map(Competency::id)
                .toList();
        Set<CompetencyId> mastered = standings.values().stream()
                .filter(standing -> standing.state().standing())
                .map(Standing::competency)
                .collect(Collectors.toSet());
        Set<CompetencyId> asked = new HashSet<>(goal.way());
        asked.addAll(way(curriculum, targets, mastered));
        List<CompetencyId> order = curriculum.graph().order().stream()
                .filter(asked::contains)
                .collect(Collectors.toCollection(ArrayList::new));
        Draft draft = new Draft(curriculum.graph(), order, new LinkedHashSet<>(), Set.copyOf(targets));
        changes.forEach(change -> draft.apply(change, mastered));
        List<Stop> stops = curriculum.all(draft.worked()).stream()
                .map(c -> new Stop(
                        c,
                        Optional.ofNullable(standings.get(c.id())),
                        targets.contains(c.id()),
                        waitsFor(c, curriculum, mastered)))
                .toList();
        return new Route(stops, curriculum.all(draft.leftOut()));
    }

    private static List<Competency> waitsFor(Competency c, Curriculum curriculum, Set<CompetencyId> mastered) {
        return curriculum.all(curriculum.graph().prerequisites(c.id()).stream()
                .filter(before -> !mastered.contains(before))
                .toList());
    }

    /** Whether a change would do anything to this way; a reason why not, for whoever asks. */
    Optional<String> refusal(PathChange change, Curriculum curriculum, Route after) {
        if (curriculum.competency(change.competency()).isEmpty()) {
            return Optional.of("This competency is not in use any more. Choose another.");
        }
        if (!after.equals(this)) {
            return Optional.empty();
        }
        if (change instanceof PathChange.Move) {
            return Optional.of("That order cannot be: what comes before something has to be mastered first.");
        }
        return change instanceof PathChange.LeaveOut
                ? Optional.of("It is what the goal is about, and cannot be left out. Give the goal up instead.")
                : Optional.of("It is on the path already.");
    }

    /** A way while changes are made to it. What the prerequisites of today do not allow is passed over. */
    private record Draft(
            PrerequisiteGraph<CompetencyId> graph,
            List<CompetencyId> order,
            Set<CompetencyId> leftOut,
            Set<CompetencyId> targets) {

        void apply(PathChange change, Set<CompetencyId> mastered) {
            CompetencyId competency = change.competency();
            if (change instanceof PathChange.Move move) {
                move(competency, move.before());
            } else if (change instanceof PathChange.LeaveOut && !targets.contains(competency)) {
                leftOut.add(competency);
            } else if (change instanceof PathChange.TakeBack) {
                leftOut.remove(competency);
            } else if (change instanceof PathChange.Add && graph.order().contains(competency)) {
                add(competency, mastered);
            }
        }

        private void move(CompetencyId competency, CompetencyId before) {
            if (!order.contains(competency) || !order.contains(before) || competency.equals(before)) {
                return;
            }
            List<CompetencyId> moved = new ArrayList<>(order);
            moved.remove(competency);
            moved.add(moved.indexOf(before), competency);
            if (allowed(moved)) {
                order.clear();
                order.addAll(moved);
            }
        }

        private boolean allowed(List<CompetencyId> sequence) {
            Set<CompetencyId> met = new HashSet<>();
            Set<CompetencyId> all = Set.copyOf(sequence);
            for (CompetencyId each : sequence) {
                if (graph.pathTo(each, Set.of()).stream().anyMatch(b -> all.contains(b) && !met.contains(b))) {
                    return false;
                }
                met.add(each);
            }
            return true;
        }

        private void add(CompetencyId competency, Set<CompetencyId> mastered) {
            Set<CompetencyId> wanted = new HashSet<>(graph.pathTo(competency, mastered));
            wanted.add(competency);
            leftOut.removeAll(wanted);
            wanted.removeAll(order);
            int at = (int)
                    order.stream().takeWhile(each -> !targets.contains(each)).count();
            order.addAll(at, graph.order().stream().filter(wanted::contains).toList());
            if (!allowed(order)) {
                List<CompetencyId> sorted =
                        graph.order().stream().filter(order::contains).toList();
                order.clear();
                order.addAll(sorted);
            }
        }

        List<CompetencyId> worked() {
            return order.stream().filter(each -> !leftOut.contains(each)).toList();
        }
    }
}
