package org.ownpath.policy;

import java.util.List;

/** Interconnectedness: what counts across subjects. Read as constants of {@link Settings}. */
interface ConnectionSettings {

    /** Whether one piece of evidence may rate competencies of several subjects. */
    Setting<Boolean> ACROSS_SUBJECTS = new Setting<>(
            "interconnectedness.across-subjects",
            DesignChoice.INTERCONNECTEDNESS,
            "May one piece of evidence count in several subjects?",
            "A project can show mathematics and writing at once. Otherwise it is recorded once for each subject.",
            new YesNo(),
            true,
            Parts.DISTRICT);

    /** Whether a transferable skill is told for each subject with which it was shown. */
    Setting<Boolean> SKILLS_BY_AREA = new Setting<>(
            "interconnectedness.skills-by-area",
            DesignChoice.INTERCONNECTEDNESS,
            "Are the skills of a subject, such as habits, judged area by area too?",
            "The page that says why a skill stands as it does also tells how it stands by what was shown together with each "
                    + "other subject. The judgement for the whole school stays the one that counts.",
            new YesNo(),
            false,
            Parts.SUBJECTS);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(ACROSS_SUBJECTS, SKILLS_BY_AREA);
}
