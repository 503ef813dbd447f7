package org.ownpath.exchange.qti;

import java.util.List;
import org.ownpath.assessment.items.Item;
import org.ownpath.engine.Depth;

/**
 * Questions that were read from a file.
 *
 * @param title what the file calls them together
 * @param unsupported those that cannot be asked here, by name
 */
public record Incoming(String title, List<Question> questions, List<LeftOut> unsupported) {

    /** Keeps copies. */
    public Incoming {
        questions = List.copyOf(questions);
        unsupported = List.copyOf(unsupported);
    }

    /** A question and where it stood. */
    public record Question(
            String title,
            org.ownpath.assessment.items.question.Question question,
            About about,
            String file,
            int line) {}

    /**
     * What the file says about a question.
     *
     * @param codes the competencies that it names, by whatever names
     */
    public record About(List<String> codes, Depth depth, Item.Difficulty difficulty) {

        /** Nothing. */
        public static final About UNKNOWN = new About(List.of(), Depth.APPLY, Item.Difficulty.MIDDLING);
    }

    /** What cannot be asked here, and why. */
    public record LeftOut(String title, String why) {}
}
