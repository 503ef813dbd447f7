package org.ownpath.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Support: what is noticed, by whom, and when it is looked at again. Read as constants of {@link Settings}. */
interface SupportSettings {

    /** Which signals are looked for. */
    Setting<Set<Noticed>> SIGNALS = new Setting<>(
            "support.signals",
            DesignChoice.SUPPORT,
            "What does the school want to notice?",
            "Each names students on the list Today of their teachers. What is not chosen is not looked for.",
            new SomeOf<>(Arrays.stream(Noticed.values())
                    .map(each -> new Option<>(each, each.code(), each.title(), each.help()))
                    .toList()),
            Set.of(Noticed.values()),
            Parts.SUBJECTS);

    /** Who is told of signals. */
    Setting<SignalOwner> SIGNAL_OWNER = new Setting<>(
            "support.owner",
            DesignChoice.SUPPORT,
            "Who sees to what is noticed?",
            "On whose list Today a student stands. Leaders see everybody. An advisory is a group about no subject in "
                    + "particular; without one, choose teachers.",
            new OneOf<>(List.of(
                    Option.of(
                            SignalOwner.TEACHERS_AND_ADVISORS,
                            "teachers-and-advisors",
                            "Teachers in their subjects, advisors in all"),
                    Option.of(SignalOwner.TEACHERS, "teachers", "Teachers, each in their subjects"),
                    Option.of(SignalOwner.ADVISORS, "advisors", "Advisors, in all subjects"))),
            SignalOwner.TEACHERS_AND_ADVISORS,
            Parts.DISTRICT);

    /** After how many tries somebody counts as stuck or guessing. */
    Setting<Integer> STUCK_TRIES = new Setting<>(
            "support.stuck-tries",
            DesignChoice.SUPPORT,
            "After how many tries that do not get better is a student stuck?",
            "Fewer tries bring help sooner and name more students on the list Today.",
            new WholeNumber(2, 10, "tries"),
            4,
            Parts.SUBJECTS);

    /** The shortest pause that is called stalled. */
    Setting<Integer> STALLED_DAYS = new Setting<>(
            "support.stalled-days",
            DesignChoice.SUPPORT,
            "How many days without evidence are the shortest pause to ask about?",
            "A pause is told only if it is also rare at the student's own pace.",
            new WholeNumber(7, 120, "days"),
            21,
            Parts.SUBJECTS);

    /** When a new plan of support is looked at again, unless somebody chooses another day. */
    Setting<Integer> REVIEW_DAYS = new Setting<>(
            "support.review-days",
            DesignChoice.SUPPORT,
            "After how many days does the school look whether support has helped?",
            "A new plan of support proposes this day. Whoever writes the plan can choose another one.",
            new WholeNumber(5, 120, "days"),
            21,
            Parts.SUBJECTS);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(SIGNALS, SIGNAL_OWNER, STUCK_TRIES, STALLED_DAYS, REVIEW_DAYS);
}
