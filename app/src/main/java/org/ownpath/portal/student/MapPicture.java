package org.ownpath.portal.student;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ownpath.engine.State;
import org.ownpath.pathway.CompetencyMap;
import org.ownpath.pathway.CompetencyMap.Ring;
import org.ownpath.pathway.CompetencyMap.Spot;
import org.ownpath.shared.CompetencyId;

/**
 * The map of competencies drawn: a column for each ring from left to right, and a line from each competency to what
 * builds on it. Within a column, what hangs together lies at the same height, so that few lines cross.
 */
public record MapPicture(int width, int height, List<Column> columns, List<Box> boxes, List<String> lines) {

    private static final int MOST = 9;
    private static final int BOX_WIDTH = 204;
    private static final int BOX_HEIGHT = 58;
    private static final int GAP = 56;
    private static final int ROW = BOX_HEIGHT + 12;
    private static final int HEAD = 34;
    private static final int LETTERS = 24;

    /** The head of a column. */
    public record Column(String title, int x, int more) {}

    /** One competency: where it is drawn, its title in up to two lines, and how it stands. */
    public record Box(Spot spot, Ring ring, int x, int y, List<String> title) {

        /** How it is drawn and told: mastered, begun, ready or later. */
        public String standing() {
            if (spot.step().mastered()) {
                return spot.step().state() == State.NEEDS_REFRESH ? "Show it again" : "Mastered";
            }
            if (ring != Ring.NOW) {
                return "Later";
            }
            return spot.step().begun() ? "Begun" : "Ready";
        }
    }

    /** Draws these rings of a map. */
    static MapPicture of(CompetencyMap map, List<Ring> rings) {
        Map<CompetencyId, Integer> row = new HashMap<>();
        Map<Ring, List<Spot>> columns = new HashMap<>();
        List<Spot> now = map.at(Ring.NOW).stream().limit(MOST).toList();
        columns.put(Ring.NOW, placed(now, row));
        columns.put(Ring.BEFORE, placed(level(map.at(Ring.BEFORE), now, row, true), row));
        columns.put(Ring.NEXT, placed(level(map.at(Ring.NEXT), now, row, false), row));
        columns.put(Ring.LATER, placed(level(map.at(Ring.LATER), columns.get(Ring.NEXT), row, false), row));
        return drawn(map, rings, columns);
    }

    private static List<Spot> placed(List<Spot> spots, Map<CompetencyId, Integer> row) {
        IntStream.range(0, spots.size())
                .forEach(i -> row.put(spots.get(i).competency().id(), i));
        return spots;
    }

    /** As many as there is room for, those with a neighbour that is drawn first, each at the height of its neighbours. */
    private static List<Spot> level(
            List<Spot> spots, List<Spot> neighbours, Map<CompetencyId, Integer> row, boolean before) {
        Map<CompetencyId, Double> height = new HashMap<>();
        for (Spot spot : spots) {
            OptionalDouble mean = neighbours.stream()
                    .filter(other -> before ? leads(spot, other) : leads(other, spot))
                    .mapToInt(other -> row.getOrDefault(other.competency().id(), 0))
                    .average();
            mean.ifPresent(at -> height.put(spot.competency().id(), at));
        }
        return spots.stream()
                .filter(spot -> height.containsKey(spot.competency().id()))
                .limit(MOST)
                .sorted(Comparator.comparingDouble(
                        spot -> height.getOrDefault(spot.competency().id(), 0.0)))
                .toList();
    }

    private static boolean leads(Spot from, Spot to) {
        return from.leadsTo().contains(to.competency());
    }

    private static MapPicture drawn(CompetencyMap map, List<Ring> rings, Map<Ring, List<Spot>> spots) {
        int rows = rings.stream()
                .mapToInt(ring -> spots.getOrDefault(ring, List.of()).size())
                .max()
                .orElse(0);
        List<Column> columns = new ArrayList<>();
        List<Box> boxes = new ArrayList<>();
        for (int c = 0; c < rings.size(); c++) {
            List<Spot> column = spots.getOrDefault(rings.get(c), List.of());
            int x = c * (BOX_WIDTH + GAP);
            int top = HEAD + (rows - column.size()) * ROW / 2;
            columns.add(new Column(rings.get(c).title(), x, map.at(rings.get(c)).size() - column.size()));
            for (int i = 0; i < column.size(); i++) {
                Spot spot = column.get(i);
                boxes.add(new Box(
                        spot,
                        rings.get(c),
                        x,
                        top + i * ROW,
                        lines(spot.competency().title())));
            }
        }
        int width = rings.size() * (BOX_WIDTH + GAP) - GAP;
        return new MapPicture(width, HEAD + rows * ROW, columns, boxes, lines(boxes));
    }

    /** From each box to those in the next column that build on it. */
    private static List<String> lines(List<Box> boxes) {
        List<String> lines = new ArrayList<>();
        for (Box from : boxes) {
            for (Box to : boxes) {
                if (to.x() == from.x() + BOX_WIDTH + GAP && leads(from.spot(), to.spot())) {
                    int middle = BOX_HEIGHT / 2;
                    int x = from.x() + BOX_WIDTH;
                    lines.add("M%d %d C%d %d %d %d %d %d"
                            .formatted(
                                    x,
                                    from.y() + middle,
                                    x + GAP / 2,
                                    from.y() + middle,
                                    x + GAP / 2,
                                    to.y() + middle,
                                    to.x(),
                                    to.y() + middle));
                }
            }
        }
        return lines;
    }

    /** A title in two lines at most, between words. */
    private static List<String> lines(String title) {
        if (title.length() <= LETTERS) {
            return List.of(title);
        }
        int space = title.lastIndexOf(' ', LETTERS);
        int cut = space > 0 ? space : LETTERS;
        String rest = title.substring(cut).strip();
        return List.of(
                title.substring(0, cut), rest.length() > LETTERS ? rest.substring(0, LETTERS - 1) + "\u2026" : rest);
    }
}
