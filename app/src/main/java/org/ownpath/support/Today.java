package org.ownpath.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who needs somebody today.
 *
 * @param needs the most urgent first, as many as asked for
 * @param students how many there are in all
 * @param capacity how many this person can look after in a day
 * @param setAside what is not to be seen for a while
 * @param inHand how many students are left out because an open plan answers their signals
 */
public record Today(List<Need> needs, int students, int capacity, List<SetAside> setAside, int inHand) {

    /** How many a day where nobody has said otherwise. */
    public static final int USUAL_CAPACITY = 5;

    /** The most that somebody can say. */
    public static final int MOST_CAPACITY = 50;

    /** A signal that was set aside. */
    public record SetAside(UUID id, Signal.Key signal, LocalDate until, String reason) {}

    /** How many are one click away. */
    public int more() {
        return students - needs.size();
    }
}
