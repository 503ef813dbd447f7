package org.ownpath.pathway;

import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;

/** What a student works towards, or the path to it, has changed; published in the transaction that keeps it. */
public record GoalsChanged(DistrictId district, StudentId student) {}
