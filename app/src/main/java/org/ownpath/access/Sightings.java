package org.ownpath.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.StudentId;

/**
 * Whom the request at hand is about: the students for whom somebody asked, one by one or as those to be recorded about,
 * whether the viewer may. Lists of students who are merely named are not counted.
 */
final class Sightings {

    private static final ThreadLocal<@Nullable Set<StudentId>> ABOUT = new ThreadLocal<>();

    private Sightings() {}

    static void begin() {
        ABOUT.set(new LinkedHashSet<>());
    }

    static void about(Collection<StudentId> students) {
        Set<StudentId> about = ABOUT.get();
        if (about != null) {
            about.addAll(students);
        }
    }

    /** Those so far; nobody outside of a request. */
    static Set<StudentId> now() {
        Set<StudentId> about = ABOUT.get();
        return about == null ? Set.of() : Set.copyOf(about);
    }

    static Set<StudentId> end() {
        Set<StudentId> about = now();
        ABOUT.remove();
        return about;
    }
}
