package org.ownpath.access.privacy;

import java.util.UUID;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/** The school has answered somebody who asked that a student's record be corrected. */
public record CorrectionAnswered(UUID request, StudentId student, PersonId askedBy) {}
