package org.ownpath.exchange.lti.tools;

/** What a tool is answered that asks who comes. */
public sealed interface Launching {

    /**
     * A message goes to the tool, in the browser of whoever comes.
     *
     * @param redirect where it goes
     */
    record Sent(String toolName, String redirect, String message, String state) implements Launching {}

    /** The tool is told that nobody comes, with the standard's word for it. */
    record Told(String toolName, String redirect, String error, String why, String state) implements Launching {}

    /** Nobody is told anything: it is not known that the tool asks. */
    record Refused(String why) implements Launching {}
}
