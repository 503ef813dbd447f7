package org.ownpath.engine;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A tree of all and any over children, worked out bottom up. Source: Open edX, competency criteria: its Demonstrated is
 * {@link State#MASTERED} here (or {@link State#NEEDS_REFRESH}), AttemptedNotDemonstrated is {@link State#NOT_YET},
 * PartiallyAttempted is {@link State#TOO_LITTLE_EVIDENCE}.
 *
 * <p>All: not yet as soon as one part is not yet; any: not yet only when every part is. Otherwise something is still to
 * be tried. A child with too little evidence is partially attempted.
 */
public record CriteriaTree(Node root) implements ParentRule {

    public CriteriaTree {
        Limit.LEVELS.check("depth of the tree", root.height());
    }

    /** A child or a group of nodes. */
    public sealed interface Node {

        /** The state of this node, from the children's. */
        State state(Map<String, State> children);

        /** The ids of the children below this node, some perhaps more than once. */
        Stream<String> children();

        String words();

        /** How many nodes there are on the longest way down. */
        int height();
    }

    /** A leaf. */
    public record Child(String id) implements Node {
        @Override
        public State state(Map<String, State> children) {
            return children.getOrDefault(id, State.NO_EVIDENCE);
        }

        @Override
        public Stream<String> children() {
            return Stream.of(id);
        }

        @Override
        public String words() {
            return id;
        }

        @Override
        public int height() {
            return 1;
        }
    }

    /** Demonstrated when every part is. */
    public record AllOf(List<Node> parts) implements Node {
        public AllOf {
            parts = some(parts);
        }

        @Override
        public State state(Map<String, State> children) {
            List<State> states = states(parts, children);
            if (states.stream().allMatch(State::standing)) {
                return states.contains(State.NEEDS_REFRESH) ? State.NEEDS_REFRESH : State.MASTERED;
            }
            return states.contains(State.NOT_YET) ? State.NOT_YET : begun(states);
        }

        @Override
        public Stream<String> children() {
            return parts.stream().flatMap(Node::children);
        }

        @Override
        public String words() {
            return joined(parts, " and ");
        }

        @Override
        public int height() {
            return tallest(parts) + 1;
        }
    }

    /** Demonstrated when one part is. */
    public record AnyOf(List<Node> parts) implements Node {
        public AnyOf {
            parts = some(parts);
        }

        @Override
        public State state(Map<String, State> children) {
            List<State> states = states(parts, children);
            if (states.stream().anyMatch(State::standing)) {
                return states.contains(State.MASTERED) ? State.MASTERED : State.NEEDS_REFRESH;
            }
            return states.stream().allMatch(state -> state == State.NOT_YET) ? State.NOT_YET : begun(states);
        }

        @Override
        public Stream<String> children() {
            return parts.stream().flatMap(Node::children);
        }

        @Override
        public String words() {
            return joined(parts, " or ");
        }

        @Override
        public int height() {
            return tallest(parts) + 1;
        }
    }

    private static List<Node> some(List<Node> parts) {
        Limit.COUNT.check("number of parts of a group", parts.size());
        return List.copyOf(parts);
    }

    private static List<State> states(List<Node> parts, Map<String, State> children) {
        return parts.stream().map(part -> part.state(children)).toList();
    }

    private static State begun(List<State> states) {
        boolean tried = states.stream().anyMatch(state -> state != State.NO_EVIDENCE);
        return tried ? State.TOO_LITTLE_EVIDENCE : State.NO_EVIDENCE;
    }

    private static String joined(List<Node> parts, String between) {
        return parts.stream()
                .map(part -> part instanceof Child ? part.words() : "(" + part.words() + ")")
                .collect(Collectors.joining(between));
    }

    private static int tallest(List<Node> parts) {
        return parts.stream().mapToInt(Node::height).max().orElse(0);
    }

    @Override
    public ParentJudgement judge(Map<String, Judgement> judgements) {
        Children children = new Children(judgements);
        List<String> ids = root.children().distinct().toList();
        Map<String, State> states = ids.stream().collect(Collectors.toMap(id -> id, children::state));
        return new ParentJudgement(
                this,
                root.state(states),
                OptionalDouble.empty(),
                ids.stream().map(children::check).toList());
    }

    @Override
    public String sentence() {
        return "Mastered with " + root.words() + ".";
    }
}
