package org.ownpath.evidence;

/**
 * Why an observation cannot be taken.
 *
 * @param about the part of it in the words of a file's heading: "rating", "shown_at", "note"; empty for all of it
 * @param text what is wrong, with the value, and the remedy
 */
public record Reason(String about, String text) {}
