package org.ownpath.credential;

import java.util.Set;

/**
 * What a school has agreed on about its records.
 *
 * @param dispositions the subjects that are habits and attitudes: reported apart, never in an academic count
 */
public record Conventions(Set<String> dispositions) {

    /** What holds at every school. */
    public static final Conventions USUAL = new Conventions(Set.of("Habits"));

    /** Keeps its own copy. */
    public Conventions {
        dispositions = Set.copyOf(dispositions);
    }

    /** Whether a subject is about habits and attitudes. */
    public boolean isDisposition(String subject) {
        return dispositions.contains(subject);
    }
}
