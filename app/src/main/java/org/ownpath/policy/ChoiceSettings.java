package org.ownpath.policy;

import java.util.List;
import java.util.Set;

/** Degree of choice: what students decide themselves. Read as constants of {@link Settings}. */
interface ChoiceSettings {

    /** Whether students may ask to show something. */
    Setting<Boolean> ASKS = new Setting<>(
            "choice.asks",
            DesignChoice.CHOICE,
            "May students ask to show what they know?",
            "With a teacher of their own choice, when they feel ready. Otherwise teachers say when.",
            new YesNo(),
            true,
            Parts.ANY_PART);

    /** What a student does who asks before what comes first is shown. */
    Setting<ReadinessGate> READINESS_GATE = new Setting<>(
            "choice.readiness-gate",
            DesignChoice.CHOICE,
            "What if a student asks to show something before what comes first is shown?",
            "The page to ask names what comes first, and why it helps. Nobody is turned away for good.",
            new OneOf<>(List.of(
                    new Option<>(
                            ReadinessGate.NOTE,
                            "note",
                            "They write why they are ready",
                            "The teacher reads it and answers."),
                    new Option<>(
                            ReadinessGate.STEP,
                            "step",
                            "They take one step first",
                            "An activity that is good for it and done, a session of support, or showing what comes first; "
                                    + "within the last 60 days."))),
            ReadinessGate.NOTE,
            Parts.ANY_PART);

    /** Whether students may begin a task without waiting for an answer. */
    Setting<Boolean> STARTS_AT_ONCE = new Setting<>(
            "choice.starts-at-once",
            DesignChoice.CHOICE,
            "May students begin a task of the library at once?",
            "The teacher sees that it is under way, and can still suggest practice first. Otherwise each waits for an answer.",
            new YesNo(),
            true,
            Parts.ANY_PART);

    /** Whether students may start tests themselves. */
    Setting<Boolean> OWN_TESTS = new Setting<>(
            "choice.own-tests",
            DesignChoice.CHOICE,
            "May students start a test by themselves?",
            "Where the school has questions for it. Otherwise they take the tests that their teachers offer.",
            new YesNo(),
            true,
            Parts.ANY_PART);

    /** Whether students may design a project of their own. */
    Setting<Boolean> OWN_PROJECTS = new Setting<>(
            "choice.own-projects",
            DesignChoice.CHOICE,
            "May students design a project, or propose another way to show something?",
            "It is one of the ways to choose when they ask to show what they know.",
            new YesNo(),
            true,
            Parts.ANY_PART);

    /** Whether students may put work forward that is done already. */
    Setting<Boolean> NOMINATES = new Setting<>(
            "choice.nominates",
            DesignChoice.CHOICE,
            "May students put forward work that they have done already?",
            "A piece of the portfolio, for a teacher to score. Otherwise they show something new.",
            new YesNo(),
            true,
            Parts.ANY_PART);

    /** Whether students see what lies ahead of what they are ready for. */
    Setting<Boolean> SEES_AHEAD = new Setting<>(
            "choice.sees-ahead",
            DesignChoice.CHOICE,
            "Do students see all that lies ahead on their path?",
            "Otherwise My path lists what is mastered, begun or ready. The framework itself stays open to everybody.",
            new YesNo(),
            true,
            Parts.ANY_PART);

    /** Whether students put activities on their own plan. */
    Setting<Boolean> OWN_ACTIVITIES = new Setting<>(
            "choice.own-activities",
            DesignChoice.CHOICE,
            "May students put activities on their plan by themselves?",
            "Otherwise their family or the school does. Everybody can always read the catalogue and suggest something.",
            new YesNo(),
            true,
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL, Scope.Kind.STUDENT));

    /** Who decides on the goals of a student. */
    Setting<GoalChoice> GOALS = new Setting<>(
            "choice.goals",
            DesignChoice.CHOICE,
            "Who decides on a student's goals and the path to each?",
            "My plan lets students propose and change as far as this says. Everybody can always say what they think.",
            new OneOf<>(List.of(
                    new Option<>(
                            GoalChoice.TOGETHER,
                            "together",
                            "The student and the school together",
                            "Either proposes; it is agreed when the other says yes."),
                    new Option<>(
                            GoalChoice.STUDENT,
                            "student",
                            "The student",
                            "What a student proposes holds at once. What the school proposes waits for the student."),
                    new Option<>(
                            GoalChoice.SCHOOL,
                            "school",
                            "The school",
                            "Teachers set goals and paths; students read them and answer."))),
            GoalChoice.TOGETHER,
            Parts.ANY_PART);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(
            ASKS,
            READINESS_GATE,
            STARTS_AT_ONCE,
            OWN_TESTS,
            OWN_PROJECTS,
            NOMINATES,
            SEES_AHEAD,
            OWN_ACTIVITIES,
            GOALS);
}
