package org.ownpath.credential;

import java.util.List;
import org.ownpath.framework.Competency;

/** How far one student is with a plan. */
public record GraduationProgress(GraduationPlan plan, List<Part> parts) {

    /** Keeps its own copy. */
    public GraduationProgress {
        parts = List.copyOf(parts);
    }

    /**
     * One requirement and what the student has of it.
     *
     * @param apart whether it is about dispositions
     * @param have what counts for it
     * @param open the rest of the set, what is within reach first
     */
    public record Part(Requirement requirement, boolean apart, List<Competency> have, List<Open> open) {

        /** Keeps its own copies. */
        public Part {
            have = List.copyOf(have);
            open = List.copyOf(open);
        }

        /** How many count, no more than are needed. */
        public int counted() {
            return Math.min(have.size(), requirement.needed());
        }

        /** How many more are needed. */
        public int missing() {
            return requirement.needed() - counted();
        }

        /** Whether nothing is missing. */
        public boolean met() {
            return missing() == 0;
        }

        /** Whether all that is open is needed, so that there is nothing to choose. */
        public boolean allOpenNeeded() {
            return missing() == open.size();
        }
    }

    /** A competency that does not count yet. */
    public record Open(Competency competency, Lack lack) {}

    /** Why a competency does not count yet, from near to far; the order of the constants is meant. */
    public enum Lack {
        SHOWING("mastered, to be shown once more as asked"),
        READY("ready to begin or begun"),
        LATER("something else comes first");

        private final String words;

        Lack(String words) {
            this.words = words;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }
    }

    /** Whether the student can graduate. */
    public boolean complete() {
        return !parts.isEmpty() && parts.stream().allMatch(Part::met);
    }

    /** How many requirements are met. */
    public int met() {
        return (int) parts.stream().filter(Part::met).count();
    }

    /** How many competencies count, over all requirements; one may count for several. */
    public int counted() {
        return parts.stream().mapToInt(Part::counted).sum();
    }

    /** How many are needed, over all requirements. */
    public int needed() {
        return parts.stream().mapToInt(part -> part.requirement().needed()).sum();
    }

    /** How far it is, in hundredths, rounded down. */
    public int percent() {
        return needed() == 0 ? 0 : 100 * counted() / needed();
    }

    /** The parts about knowledge and skills, or those about dispositions. */
    public List<Part> parts(boolean apart) {
        return parts.stream().filter(part -> part.apart() == apart).toList();
    }
}
