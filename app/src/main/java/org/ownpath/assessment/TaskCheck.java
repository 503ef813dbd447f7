package org.ownpath.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Scale;

/** Why a task cannot be kept, each reason with the value and the remedy. Pure. */
final class TaskCheck {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_CRITERIA = 9;
    private static final int MOST_PARTS = 12;
    private static final int MOST_FILES = 10;
    private static final int LONGEST_PART = 200;

    private final Curriculum curriculum;
    private final List<String> reasons = new ArrayList<>();

    private TaskCheck(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    static List<String> reasons(TaskDraft draft, Curriculum curriculum) {
        TaskCheck check = new TaskCheck(curriculum);
        check.texts(draft);
        check.rubric(draft.rubric());
        return check.reasons;
    }

    private void texts(TaskDraft draft) {
        need(!draft.title().isBlank(), "The task has no title. Give it a few words that a student recognises.");
        need(
                draft.title().length() <= LONGEST_TITLE,
                "The title has " + draft.title().length() + " characters; " + LONGEST_TITLE + " fit. Shorten it.");
        need(!draft.instructions().isBlank(), "The task has no instructions. Write what the student is to do.");
        need(
                draft.instructions().length() + draft.resources().length() <= LONGEST_TEXT,
                "Instructions and resources have more than " + LONGEST_TEXT + " characters. Shorten them.");
        need(draft.files().size() <= MOST_FILES, "More than " + MOST_FILES + " files. Put several into one.");
        need(
                draft.parts().size() <= MOST_PARTS,
                draft.parts().size() + " parts are more than a student can keep in mind (" + MOST_PARTS
                        + "). Put some together, or make two tasks.");
        need(
                draft.parts().stream().allMatch(part -> part.length() <= LONGEST_PART),
                "A part has more than " + LONGEST_PART + " characters. Say it in a sentence; the rest belongs into the "
                        + "instructions.");
        need(
                draft.parts().stream().distinct().count() == draft.parts().size(),
                "Two parts say the same. Give each words of its own.");
        need(
                draft.form().aggregates(),
                "A task cannot take the form of " + draft.form().withArticle() + ". Choose one of those shown.");
    }

    private void rubric(Rubric rubric) {
        int criteria = rubric.criteria().size();
        need(criteria > 0, "The rubric has no criteria. Name at least one thing that you will look at.");
        need(
                criteria <= MOST_CRITERIA,
                criteria + " criteria are more than a scorer can keep in mind (" + MOST_CRITERIA
                        + "). Put some together.");
        Set<String> names = new HashSet<>();
        for (Criterion criterion : rubric.criteria()) {
            need(
                    names.add(criterion.name().strip()),
                    "Two criteria are called '" + criterion.name() + "'. Give each a name of its own.");
            criterion(criterion);
        }
    }

    private void criterion(Criterion criterion) {
        String name = "Criterion " + criterion.number() + " ('" + criterion.name() + "')";
        need(!criterion.name().isBlank(), "Criterion " + criterion.number() + " has no name. Say what is looked at.");
        List<Competency> known = curriculum.all(criterion.competencies());
        need(
                known.size() == criterion.competencies().size() && !known.isEmpty(),
                name + " shows no competency of the frameworks here. Choose at least one.");
        List<Scale> scales = known.stream().map(curriculum::scaleOf).distinct().toList();
        need(scales.size() <= 1, name + " maps to competencies on different scales. Make a criterion for each scale.");
        need(
                criterion.levels().stream().noneMatch(level -> level.words().isBlank()),
                name + " has a level without words. Say what the work looks like at each level.");
        Optional<Scale> scale = scales.stream().findFirst();
        need(
                scale.isEmpty()
                        || scale.get().levels().stream()
                                .map(Scale.Level::value)
                                .toList()
                                .equals(criterion.levels().stream()
                                        .map(Criterion.Level::value)
                                        .toList()),
                name + " has other levels than its scale. Open the form anew.");
    }

    private void need(boolean holds, String otherwise) {
        if (!holds) {
            reasons.add(otherwise);
        }
    }
}
