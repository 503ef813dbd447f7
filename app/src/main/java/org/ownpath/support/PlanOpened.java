package org.ownpath.support;

import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;

/**
 * A plan of support was agreed; published in the transaction that keeps it.
 *
 * @param owner who sees to it
 * @param by who opened it
 */
public record PlanOpened(
        DistrictId district, PlanId plan, StudentId student, String subject, PersonId owner, PersonId by) {}
