/** Problems of OATutor, one a line of JSON. */
@NullMarked
package org.ownpath.exchange.oatutor;

import org.jspecify.annotations.NullMarked;
