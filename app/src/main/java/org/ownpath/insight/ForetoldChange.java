package org.ownpath.insight;

import org.ownpath.shared.StudentId;

/**
 * What would be another for a student, in words.
 *
 * @param subject empty where it is about no single one
 */
public record ForetoldChange(StudentId student, String subject, String today, String drafted) {}
