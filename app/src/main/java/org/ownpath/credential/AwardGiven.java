package org.ownpath.credential;

import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;

/**
 * A student was given a badge; published in the transaction that keeps it.
 *
 * @param title the badge's
 */
public record AwardGiven(DistrictId district, AwardId award, BadgeId badge, String title, StudentId student) {}
