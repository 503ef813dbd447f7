package org.ownpath.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;

/** How a student shows what they know, in words that a student chooses by. */
public enum Way {
    TASK(
            "A task from the library",
            "Do a task that teachers have made for this. You see beforehand what good work looks like.",
            "",
            Form.PERFORMANCE_TASK,
            Depth.APPLY),
    PROJECT(
            "A project",
            "Make something that needs what you know: a model, a report, a machine, a performance.",
            "What will you make, and how will it show what you know?",
            Form.PROJECT,
            Depth.CREATE),
    PORTFOLIO(
            "Work that I have done already",
            "Choose a piece that you are proud of and say what it shows.",
            "Which piece is it, and what does it show?",
            Form.PORTFOLIO,
            Depth.CREATE),
    CONVERSATION(
            "A conversation, or being watched at work",
            "Explain it to your teacher, or do it while your teacher looks on.",
            "",
            Form.OBSERVATION,
            Depth.APPLY),
    OUTSIDE_CREDENTIAL(
            "Something I earned outside school",
            "A licence, a certificate or a course that shows the same.",
            "What did you earn, where and when?",
            Form.OUTSIDE_CREDENTIAL,
            Depth.APPLY),
    PRIOR_LEARNING(
            "Something I learnt before",
            "At another school, at work or at home. Tell what you did and how you can show it.",
            "Where did you learn it, and what can you show?",
            Form.PRIOR_LEARNING,
            Depth.APPLY),
    OWN_PROPOSAL(
            "My own idea",
            "None of these fits? Say how you want to show it.",
            "What is your idea, and how will it show what you know?",
            Form.PROJECT,
            Depth.CREATE),
    SHORT_CHECK(
            "Short check", "A question or two, to see whether it is still there.", "", Form.OBSERVATION, Depth.RECALL);

    /** Those that a student chooses among; a short check is begun by a teacher. */
    public static final List<Way> TO_CHOOSE =
            Arrays.stream(values()).filter(way -> way != SHORT_CHECK).toList();

    private final String words;
    private final String meaning;
    private final String question;
    private final Form form;
    private final Depth depth;

    Way(String words, String meaning, String question, Form form, Depth depth) {
        this.words = words;
        this.meaning = meaning;
        this.question = question;
        this.form = form;
        this.depth = depth;
    }

    /** As a student reads it. */
    public String words() {
        return words;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What has to be told when asking; empty when nothing has to. */
    public String question() {
        return question;
    }

    /** The form of its evidence, unless the task has one of its own. */
    public Form form() {
        return form;
    }

    /** The depth of its evidence, unless the task or the scorer says otherwise. */
    public Depth depth() {
        return depth;
    }

    /** Where it is usually shown. */
    public Context context() {
        return this == OUTSIDE_CREDENTIAL ? Context.COMMUNITY : Context.CLASS;
    }

    /** Whether it was learnt or earned outside this school, and is claimed with where and when. */
    public boolean elsewhere() {
        return this == OUTSIDE_CREDENTIAL || this == PRIOR_LEARNING;
    }

    /** Whether there is nothing to hand in: it is scored while it happens, or from what was told. */
    public boolean withoutWork() {
        return this == CONVERSATION || this == SHORT_CHECK || elsewhere();
    }

    /** As forms and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way that a code names. */
    public static Optional<Way> ofCode(String code) {
        return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
    }
}
