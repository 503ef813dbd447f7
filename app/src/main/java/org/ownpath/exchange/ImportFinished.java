package org.ownpath.exchange;

import org.ownpath.shared.DistrictId;
import org.ownpath.shared.ImportJobId;

/**
 * An import has come to its end; published in the transaction that says so.
 *
 * @param state applied, refused or failed
 */
public record ImportFinished(DistrictId district, ImportJobId job, String kind, String state) {}
