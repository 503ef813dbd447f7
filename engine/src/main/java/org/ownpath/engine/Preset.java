package org.ownpath.engine;

/** A rule with a name, for a school to start from. */
public record Preset(String id, String title, String summary, Rule rule) {}
