package org.ownpath.credential;

import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;

/** A student was given a badge; published in the transaction that keeps it. */
public record AwardGiven(DistrictId district, AwardId award, BadgeId badge, StudentId student) {}
