/**
 * Reads plain CSV files: frameworks, rosters and evidence. Depends on no database.
 */
@NullMarked
package org.ownpath.exchange.csv;

import org.jspecify.annotations.NullMarked;
