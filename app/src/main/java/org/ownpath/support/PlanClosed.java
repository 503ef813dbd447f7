package org.ownpath.support;

import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;

/**
 * A plan of support was closed; published in the transaction that keeps it.
 *
 * @param owner who sees to it
 * @param by who closed it
 */
public record PlanClosed(
        DistrictId district, PlanId plan, StudentId student, String subject, PersonId owner, PersonId by) {}
