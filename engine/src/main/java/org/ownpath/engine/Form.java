package org.ownpath.engine;

import java.util.Optional;

/** The form in which something was shown. */
public enum Form implements Coded {
    TEST("test", "a test"),
    PERFORMANCE_TASK("performance task", "a performance task"),
    PROJECT("project", "a project"),
    PORTFOLIO("portfolio", "a portfolio"),
    OBSERVATION("observation", "an observation"),
    OUTSIDE_CREDENTIAL("outside credential", "an outside credential"),
    PRIOR_LEARNING("prior learning", "prior learning"),
    /** What students say of themselves: shown beside a judgement, never counted into it. */
    SELF_ASSESSMENT("self-assessment", "a self-assessment"),
    /** A qualified person's decision: stands beside the computed value, or overrides it where the rule says so. */
    PROFESSIONAL_JUDGEMENT("professional judgement", "a professional judgement");

    private final String words;
    private final String withArticle;

    Form(String words, String withArticle) {
        this.words = words;
        this.withArticle = withArticle;
    }

    @Override
    public String words() {
        return words;
    }

    /** The words with their article: "a performance task", "an observation". */
    public String withArticle() {
        return withArticle;
    }

    /** How often it was shown in this form: "a test", "2 tests", "prior learning 3 times". */
    String shown(int times) {
        if (times == 1) {
            return withArticle;
        }
        return this == PRIOR_LEARNING ? words + " " + Wording.times(times) : times + " " + words + "s";
    }

    /** Whether evidence of this form can enter a computed value. */
    public boolean aggregates() {
        return this != SELF_ASSESSMENT && this != PROFESSIONAL_JUDGEMENT;
    }

    public static Optional<Form> ofCode(String code) {
        return Coded.find(Form.class, code);
    }
}
