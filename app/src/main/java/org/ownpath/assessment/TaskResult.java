package org.ownpath.assessment;

/**
 * How a student did a task.
 *
 * @param title of the task, in the edition that was done
 * @param given the marks together
 * @param most what the criteria that have a mark give at most
 */
public record TaskResult(String title, double given, double most) {}
