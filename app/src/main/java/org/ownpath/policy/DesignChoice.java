package org.ownpath.policy;

import java.util.Locale;

/** The ten choices that the leaders of a school make about it, in the order of the founding document. */
public enum DesignChoice {
    STRUCTURE(
            "Structure",
            "How the level that a student works at is found, and whether grades are shown.",
            "What students, families and teachers see on My path and in lists of students."),
    COURSES(
            "Courses",
            "Whether there are courses, and what earns their credit.",
            "Courses are views of competencies between two dates. Credit comes with the competencies, not with the hours."),
    CALENDAR(
            "Annual calendar",
            "Terms and intersessions. Learning goes on all year, and progress never resets.",
            "How reports and lists name stretches of time. Progress goes on across all of them."),
    GRADING(
            "Grading",
            "How results are said: in words, numbers or letters.",
            "How levels and habits are shown. No word or letter changes what is mastered."),
    PROGRESS(
            "Progress upon mastery",
            "When something counts as mastered, and who may judge otherwise.",
            "Every judgement of every student, and so what is ready next."),
    SUPPORT(
            "Support",
            "When the school steps in, who does, and when it looks again.",
            "Whom teachers see on their list of students who need somebody."),
    CHOICE(
            "Degree of choice",
            "What students decide themselves.",
            "What students can do on their own pages without asking."),
    INTERCONNECTEDNESS(
            "Interconnectedness",
            "Whether one piece of work counts in several subjects.",
            "What one piece of evidence may rate."),
    OPPORTUNITIES(
            "Opportunities to learn",
            "Where learning may happen for its evidence to count.",
            "Which places and forms can be chosen when evidence is recorded."),
    ASSESSMENT(
            "Assessment and tracking",
            "How students show what they know, and how long it is taken to last.",
            "Which forms of evidence are accepted, and when something is due for a refresh.");

    private final String title;
    private final String summary;
    private final String affects;

    DesignChoice(String title, String summary, String affects) {
        this.title = title;
        this.summary = summary;
        this.affects = affects;
    }

    /** As a heading. */
    public String title() {
        return title;
    }

    /** What it is, in one sentence. */
    public String summary() {
        return summary;
    }

    /** What changes when it is changed. */
    public String affects() {
        return affects;
    }

    /** Who decides, in words. */
    public String decides() {
        return "School leaders and administrators, for the district or, where it is not locked, for a part of it.";
    }

    /** As addresses and files name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
