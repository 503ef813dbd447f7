package org.ownpath.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.LetterGrade;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;

/** What the school has chosen about its records, as of a moment. */
record Conventions(ChoiceBook choices, Instant at) {

    /** The lowest level that a traditional transcript lists. */
    static final int TRADITIONAL_FROM = 6;

    /** What a complete level of a subject counts on a traditional transcript. */
    static final double CREDITS_PER_LEVEL = 1;

    /** Whether a subject is about habits and attitudes: reported apart, never in an academic count. */
    boolean apart(String subject) {
        return choices.inForce(Settings.REPORTED_APART, Place.DISTRICT.subject(subject), at);
    }

    /** The school's table of letters for a subject; empty where it gives none. */
    List<LetterGrade> letters(String subject) {
        return choices.inForce(Settings.LETTERS, Place.DISTRICT.subject(subject), at);
    }

    /** The letter that a value earns in a subject. */
    Optional<LetterGrade> letter(String subject, OptionalDouble value) {
        return value.isPresent() ? LetterGrade.of(letters(subject), value.getAsDouble()) : Optional.empty();
    }
}
