package org.ownpath.support;

/** Looks at a student's work in one subject for one kind of signal. Pure: the same work gives the same. */
interface Look {

    Glance at(SubjectWork work, Thresholds thresholds);
}
