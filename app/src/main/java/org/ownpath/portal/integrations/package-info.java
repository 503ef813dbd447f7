/** Pages about what is connected with the school: programs, what they sent, what became of it and what failed. */
@NullMarked
package org.ownpath.portal.integrations;

import org.jspecify.annotations.NullMarked;
