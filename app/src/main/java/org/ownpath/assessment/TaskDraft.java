package org.ownpath.assessment;

import java.util.List;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;

/**
 * What a task says.
 *
 * @param instructions to the student, in plain text with simple formatting
 * @param parts what is to be done one after the other, each in a sentence; empty when it is one piece
 * @param resources what the student may use, likewise; may be empty
 * @param files hashes of files stored with {@link org.ownpath.evidence.Artifacts}, for the student to use
 */
public record TaskDraft(
        String title,
        String instructions,
        List<String> parts,
        String resources,
        List<String> files,
        Form form,
        Depth depth,
        Rubric rubric) {

    /** Keeps its own copies of the files and of the parts, without blank ones. */
    public TaskDraft {
        files = List.copyOf(files);
        parts = parts.stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
