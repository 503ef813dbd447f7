/**
 * Reads OneRoster 1.2 CSV archives. Depends on no database.
 */
@NullMarked
package org.ownpath.exchange.oneroster;

import org.jspecify.annotations.NullMarked;
