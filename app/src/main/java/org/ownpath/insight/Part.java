package org.ownpath.insight;

import java.util.List;

/**
 * Students who have something in common.
 *
 * @param value what an address names them by
 * @param label what a person calls them
 */
public record Part(String value, String label, List<StudentOutcome> students) {}
