/**
 * Everything that a district has, as files that other systems and an empty district can take in. Front door:
 * {@link org.ownpath.exchange.leaving.WholeSchool}.
 */
@NullMarked
package org.ownpath.exchange.leaving;

import org.jspecify.annotations.NullMarked;
