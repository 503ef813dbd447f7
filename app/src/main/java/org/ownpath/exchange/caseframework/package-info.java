/**
 * Reads CASE 1.0 and 1.1 packages. Depends on no database.
 */
@NullMarked
package org.ownpath.exchange.caseframework;

import org.jspecify.annotations.NullMarked;
