package org.ownpath.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ownpath.access.Role;

/** Progress upon mastery: who judges, and when something is shown again. Read as constants of {@link Settings}. */
interface ProgressSettings {

    /** Whose professional judgement is accepted. */
    Setting<Set<Role>> JUDGES = new Setting<>(
            "progress.judges",
            DesignChoice.PROGRESS,
            "Who may give a professional judgement?",
            "A judgement stands beside the computed value, or decides where the rule says so. Others are refused.",
            new SomeOf<>(Stream.of(Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR)
                    .map(role -> Option.of(role, role.code(), role.words()))
                    .toList()),
            Set.of(Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR),
            Parts.SUBJECTS);

    /** How long after a result another try at the same opens. */
    Setting<Integer> COOLING_OFF_DAYS = new Setting<>(
            "progress.cooling-off-days",
            DesignChoice.PROGRESS,
            "How many days after a result does another try open?",
            "The days are for practice. The page of the demonstration says when the next try opens.",
            new WholeNumber(0, 60, "days"),
            0,
            Parts.ANY_PART);

    /** How often a student may ask for the same within a year; 0 for as often as they like. */
    Setting<Integer> MOST_TRIES = new Setting<>(
            "progress.most-tries",
            DesignChoice.PROGRESS,
            "How often may a student ask to show the same again?",
            "Within a year. After that the teacher and the student agree on support first. No try is ever taken away.",
            new OneOf<>(List.of(
                    Option.of(0, "unlimited", "As often as they like"),
                    Option.of(2, "twice", "Twice"),
                    Option.of(3, "three", "Three times"),
                    Option.of(5, "five", "Five times"))),
            0,
            Parts.ANY_PART);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(JUDGES, COOLING_OFF_DAYS, MOST_TRIES);
}
