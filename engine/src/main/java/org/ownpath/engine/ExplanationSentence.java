package org.ownpath.engine;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in one or two sentences what counted and what is missing. */
record ExplanationSentence(Explanation explanation, String student, String has) {

    static ExplanationSentence about(String student, Explanation explanation) {
        return new ExplanationSentence(explanation, student, "has");
    }

    static ExplanationSentence toLearner(Explanation explanation) {
        return new ExplanationSentence(explanation, "You", "have");
    }

    String of(String competency) {
        String what = "“" + competency + "”";
        if (explanation.override().isPresent()) {
            return overridden(what, explanation.override().get());
        }
        return switch (explanation.verdict().state()) {
            case NO_EVIDENCE -> student + " " + has + " not shown " + what + " yet: " + nothing();
            case TOO_LITTLE_EVIDENCE, NOT_YET -> notMastered(what);
            case MASTERED -> student + " " + has + " mastered " + what + ", shown " + shown() + "; " + value() + ".";
            case NEEDS_REFRESH ->
                student + " mastered " + what + ", shown " + shown() + "; " + value()
                        + ". It is time to show it again: " + lastRequirement() + ".";
        };
    }

    private String overridden(String what, Explanation.Overruling override) {
        String decided = explanation.verdict().state().standing() ? " mastered " : " not yet mastered ";
        String refresh = explanation.verdict().state() == State.NEEDS_REFRESH ? " It is time to show it again." : "";
        return "By professional judgement (" + override.judgement().result().words() + ") "
                + (student.equals("You") ? "you" : student) + " " + has + decided + what
                + "." + refresh + " The evidence alone says: "
                + override.fromEvidence().words() + "; " + value() + ".";
    }

    private String nothing() {
        int excused = explanation.chances().excused();
        return (excused == 0 ? "" : "excused from " + Wording.counted(excused, "chance", "chances") + ", and ")
                + "there is no evidence that counts.";
    }

    private String notMastered(String what) {
        return student + " " + has + " shown " + what + " " + shown() + "; " + value() + "." + missing();
    }

    /** "2 times (a test and a project) with 1 missed chance". */
    private String shown() {
        List<String> details = explanation.counted().stream()
                .filter(piece -> !(piece.result() instanceof Result.Missed))
                .collect(Collectors.groupingBy(Piece::form, TreeMap::new, Collectors.summingInt(p -> 1)))
                .entrySet()
                .stream()
                .map(e -> e.getKey().shown(e.getValue()))
                .toList();
        String kinds = details.isEmpty() ? "" : " (" + Wording.and(details) + ")";
        return Wording.times(explanation.verdict().count())
                + kinds
                + explanation.chances().besides();
    }

    private String value() {
        return explanation.requirements().get(0).words();
    }

    private String lastRequirement() {
        List<Requirement> all = explanation.requirements();
        return all.get(all.size() - 1).words();
    }

    private String missing() {
        List<String> missing = explanation.unmet().stream()
                .filter(requirement -> !(requirement instanceof Requirement.Threshold))
                .map(Requirement::missing)
                .toList();
        return missing.isEmpty() ? "" : " Still missing: " + Wording.and(missing) + ".";
    }
}
