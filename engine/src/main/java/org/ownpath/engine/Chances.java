package org.ownpath.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the chances to show something. Where all three are 0 it was never tried, which is no failure.
 *
 * @param shown demonstrations that count
 * @param missed chances that were missed, whether or not they enter the value
 * @param excused chances from which the student was excused
 */
public record Chances(int shown, int missed, int excused) {

    /** Whether there was a chance that the student was not excused from. */
    public boolean tried() {
        return shown + missed > 0;
    }

    /** " with 1 missed and 2 excused chances", or nothing if there are none of either. */
    String besides() {
        List<String> kinds = new ArrayList<>();
        if (missed > 0) {
            kinds.add(missed + " missed");
        }
        if (excused > 0) {
            kinds.add(excused + " excused");
        }
        String chances = missed + excused == 1 ? " chance" : " chances";
        return kinds.isEmpty() ? "" : " with " + Wording.and(kinds) + chances;
    }
}
