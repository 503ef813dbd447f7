package org.ownpath.assessment;

import java.util.List;

/**
 * What a scorer says to the student beside the marks.
 *
 * @param words what is good, and what would make it better; may be empty
 * @param nextStep what to do next; may be empty
 * @param practiceFirst whether the next step comes before another try
 * @param files hashes of files stored with {@link org.ownpath.evidence.Artifacts}: a recorded voice, a marked page
 */
public record Feedback(String words, String nextStep, boolean practiceFirst, List<String> files) {

    /** Nothing beside the marks. */
    public static final Feedback NONE = new Feedback("", "", false, List.of());

    /** Without spaces around the words; keeps its own copy of the hashes. */
    public Feedback {
        words = words.strip();
        nextStep = nextStep.strip();
        files = List.copyOf(files);
    }
}
