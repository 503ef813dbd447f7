package org.ownpath.assessment;

import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;

/**
 * What a task says.
 *
 * @param instructions to the student, in plain text with simple formatting
 * @param resources what the student may use, likewise; may be empty
 */
public record TaskDraft(String title, String instructions, String resources, Form form, Depth depth, Rubric rubric) {}
