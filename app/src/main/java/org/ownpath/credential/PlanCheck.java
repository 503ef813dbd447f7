package org.ownpath.credential;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What keeps a plan from being adopted, each with the place and the remedy. */
final class PlanCheck {

    private static final int LONGEST_TEXT = 400;

    private PlanCheck() {}

    static List<String> problems(GraduationPlan plan, Schooling schooling, LocalDate today) {
        List<String> problems = new ArrayList<>();
        text(problems, "The name of the plan", plan.title());
        text(problems, "The reason", plan.reason());
        if (plan.effectiveFrom().isBefore(today)) {
            problems.add("The plan cannot hold from " + plan.effectiveFrom() + ", which is over. Choose " + today
                    + " or a later day.");
        }
        int count = plan.requirements().size();
        if (count == 0 || count > GraduationPlan.MOST_REQUIREMENTS) {
            problems.add("The plan has " + count + " requirements. Write between 1 and "
                    + GraduationPlan.MOST_REQUIREMENTS + ".");
        }
        for (int i = 0; i < count; i++) {
            problems.addAll(
                    problems("Requirement " + (i + 1), plan.requirements().get(i), schooling));
        }
        return problems;
    }

    private static List<String> problems(String place, Requirement requirement, Schooling schooling) {
        List<String> problems = new ArrayList<>();
        CompetencySet among = requirement.among();
        text(problems, place + ": the name", requirement.title());
        int size = schooling.of(among).size();
        if (among.lowest() > among.highest()) {
            problems.add(place + ": the levels go from high to low. Put the lower one first.");
        } else if (size == 0) {
            problems.add(place + ": there are no competencies of " + among.words() + ". Choose other levels.");
        } else if (requirement.needed() < 1 || requirement.needed() > size) {
            problems.add(place + ": " + requirement.needed() + " are needed, and " + among.words() + " has " + size
                    + ". Ask for 1 to " + size + ".");
        }
        return problems;
    }

    private static void text(List<String> problems, String what, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            problems.add(what + " is " + (text.isBlank() ? "missing" : "too long") + ". Write up to " + LONGEST_TEXT
                    + " characters.");
        }
    }
}
