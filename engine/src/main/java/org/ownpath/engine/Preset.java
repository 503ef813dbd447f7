package org.ownpath.engine;

/**
 * A rule with a name, for a school to start from.
 *
 * @param group whose rule it is: "Ownpath", or the system that it is known from
 * @param summary the rule in one plain sentence, with what differs from that system
 */
public record Preset(String id, String group, String title, String summary, Rule rule) {}
