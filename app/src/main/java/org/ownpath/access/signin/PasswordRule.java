package org.ownpath.access.signin;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Viewer;

/**
 * What a password has to be: long, and hard to guess for somebody who knows the lists that guessers use and the
 * person's name. No rules about signs and capitals, and nobody has to change it every few months.
 */
final class PasswordRule {

    private static final int STAFF = 12;
    private static final int OTHERS = 10;
    private static final int LONGEST = 100;

    /** Guesses that a password withstands at least: months at the speed that the throttle and the hash leave. */
    private static final double GUESSES = 1e8;

    private static final Zxcvbn GUESSER = new Zxcvbn();

    private PasswordRule() {}

    /** The fewest characters that the password of this viewer has. */
    static int shortest(Viewer viewer) {
        return viewer.isStaff() ? STAFF : OTHERS;
    }

    /** Why this password is not taken, with what to do; empty when it is. */
    static Optional<String> problem(Viewer viewer, String signInName, String chosen) {
        int shortest = shortest(viewer);
        if (chosen.length() < shortest || chosen.length() > LONGEST) {
            return Optional.of(
                    "Choose a password of " + shortest + " to " + LONGEST + " characters; a few words do well.");
        }
        Strength strength = GUESSER.measure(chosen, List.of(signInName, viewer.displayName(), "ownpath"));
        return strength.getGuesses() >= GUESSES
                ? Optional.empty()
                : Optional.of("This password is one of those that are guessed first. Choose a few words that nobody "
                        + "would put together but you.");
    }
}
