package org.ownpath.insight;

import java.util.List;

/** How wide readiness is spread inside one age, as places on the ladder. */
public record AgeSpread(Part part, Places places) {

    /** The lowest, the middle 80 of 100, the median and the highest. */
    public record Places(double lowest, double tenth, double median, double nineTenths, double highest) {

        /** How many levels lie between the lowest and the highest. */
        public double width() {
            return highest - lowest;
        }
    }

    static AgeSpread of(Part part) {
        return new AgeSpread(part, new Places(at(part, 0), at(part, 0.1), at(part, 0.5), at(part, 0.9), at(part, 1)));
    }

    private static double at(Part part, double share) {
        List<StudentOutcome> students = part.students();
        return Figure.quantile(students, s -> s.levels().now(), share).orElse(0);
    }
}
