package org.ownpath.support;

import java.util.Optional;

/** Looks at a student's work in one subject for one kind of signal. Pure: the same work gives the same signal. */
interface Look {

    Optional<SubjectWork.Finding> at(SubjectWork work, Thresholds thresholds);
}
