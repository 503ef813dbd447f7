package org.ownpath.credential;

/**
 * A letter of the traditional kind. It is read off the value and decides nothing.
 *
 * @param from the lowest value that earns it, in hundredths of the way from mastery to the top of the scale
 * @param points grade points
 */
public record LetterGrade(String letter, int from, double points) {

    /** "A from 75% of the way from mastery to the top of the scale, 4.0 points" in short: "A 4.0". */
    public String words() {
        return letter + " " + points;
    }
}
