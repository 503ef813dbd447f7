package org.ownpath.roster;

import java.util.List;
import java.util.Optional;
import org.ownpath.shared.GroupId;

/**
 * A class, advisory or cohort: some people who work together for a while.
 *
 * @param subject what it works on; several are separated by '/'; empty for all
 * @param students how many are in it today
 */
public record StudyGroup(GroupId id, String name, String kind, Optional<String> subject, int students) {

    /** The subjects it works on; none means all. */
    public List<String> subjects() {
        return subject.map(text -> List.of(text.split("/"))).orElse(List.of());
    }
}
