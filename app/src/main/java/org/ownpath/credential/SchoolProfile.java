package org.ownpath.credential;

import org.ownpath.framework.Scale;

/**
 * What somebody outside has to know to read a record.
 *
 * @param scale what ratings mean
 * @param rule when something is mastered, as a sentence
 */
public record SchoolProfile(Scale scale, String rule) {}
