package org.ownpath.framework;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.FrameworkId;

/**
 * One thing that a student can come to know or do.
 *
 * @param code the framework's own short code, where it has one
 * @param level the level of the K-12 ladder at which it stands (0 is kindergarten), where it has one
 * @param title a few words, to head a column
 * @param statement the whole sentence: "I can ..."
 * @param descriptions what work looks like at each level of the scale, lowest first; may be empty
 * @param position its place in the framework
 */
public record Competency(
        CompetencyId id,
        FrameworkId framework,
        Optional<String> code,
        String subject,
        Optional<String> strand,
        OptionalInt level,
        String title,
        String statement,
        List<String> descriptions,
        int position) {

    /** Keeps its own copy of the descriptions. */
    public Competency {
        descriptions = List.copyOf(descriptions);
    }
}
