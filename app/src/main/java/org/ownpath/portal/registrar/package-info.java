/** People and their accounts. */
@NullMarked
package org.ownpath.portal.registrar;

import org.jspecify.annotations.NullMarked;
