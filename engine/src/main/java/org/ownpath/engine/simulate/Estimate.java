package org.ownpath.engine.simulate;

/**
 * A value with its standard error over learners. NaN where there are no learners to measure, and for the error where
 * there are fewer than two blocks of them. The error says nothing of whether the assumptions hold.
 */
public record Estimate(double value, double standardError) {}
