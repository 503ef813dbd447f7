package org.ownpath.exchange.xapi.cmi5;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a course consists of, as its cmi5.xml says.
 *
 * @param id by which its publisher knows it
 * @param objectives what their ids mean
 */
public record CourseStructure(String id, Named named, Map<String, Named> objectives, List<Part> parts) {

    /** Keeps its own copies. */
    public CourseStructure {
        objectives = Map.copyOf(objectives);
        parts = List.copyOf(parts);
    }

    /** How something is called, and what it is about. */
    public record Named(String title, String about) {}

    /** A part of a course, in its order: a block of parts, or a unit that can be opened. */
    public sealed interface Part {

        /** By which its publisher knows it. */
        String id();

        /** How it is called. */
        Named named();

        /** The units of it, in their order. */
        Stream<Unit> units();

        /** The blocks of it, itself last. */
        Stream<Block> blocks();
    }

    /**
     * A block.
     *
     * @param number its place among the blocks, from 1
     * @param objectives the ids of what it is for
     */
    public record Block(int number, String id, Named named, List<String> objectives, List<Part> parts) implements Part {

        /** Keeps its own copies. */
        public Block {
            objectives = List.copyOf(objectives);
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Unit> units() {
            return parts.stream().flatMap(Part::units);
        }

        @Override
        public Stream<Block> blocks() {
            return Stream.concat(parts.stream().flatMap(Part::blocks), Stream.of(this));
        }
    }

    /**
     * An assignable unit.
     *
     * @param number its place among the units, from 1
     * @param objectives the ids of what it is for
     */
    public record Unit(int number, String id, Named named, List<String> objectives, Start start, Asks asks)
            implements Part {

        /** Keeps its own copy. */
        public Unit {
            objectives = List.copyOf(objectives);
        }

        @Override
        public Stream<Unit> units() {
            return Stream.of(this);
        }

        @Override
        public Stream<Block> blocks() {
            return Stream.empty();
        }
    }

    /**
     * How a unit is opened.
     *
     * @param url in the package, or a whole address
     * @param ownWindow whether it wants a window for itself
     * @param parameters what its author wants it to be told
     * @param entitlementKey by which it knows whether the school may use it
     */
    public record Start(String url, boolean ownWindow, Optional<String> parameters, Optional<String> entitlementKey) {

        /** Whether it lies elsewhere and not in the package. */
        public boolean elsewhere() {
            return URI.create(url).isAbsolute();
        }
    }

    /** What a unit asks for; the mastery score lies between 0 and 1. */
    public record Asks(MoveOn moveOn, Optional<BigDecimal> masteryScore) {}

    /** All units, in their order. */
    public List<Unit> units() {
        return parts.stream().flatMap(Part::units).toList();
    }

    /** All blocks, each after those within it. */
    public List<Block> blocks() {
        return parts.stream().flatMap(Part::blocks).toList();
    }

    /** A unit by its place, from 1. */
    public Optional<Unit> unit(int number) {
        List<Unit> units = units();
        return number >= 1 && number <= units.size() ? Optional.of(units.get(number - 1)) : Optional.empty();
    }

    /** The ids of what a unit is for, and then of what the blocks around it are for. */
    public List<String> objectiveIdsAround(Unit unit) {
        return Stream.concat(
                        unit.objectives().stream(),
                        blocks().stream()
                                .filter(block -> block.units().anyMatch(unit::equals))
                                .flatMap(block -> block.objectives().stream()))
                .toList();
    }

    /** What a unit is for, in words. */
    public List<String> objectivesOf(Unit unit) {
        List<String> titles = new ArrayList<>();
        unit.objectives()
                .forEach(id -> titles.add(Optional.ofNullable(objectives.get(id))
                        .map(Named::title)
                        .filter(title -> !title.isEmpty())
                        .orElse(id)));
        return titles;
    }
}
