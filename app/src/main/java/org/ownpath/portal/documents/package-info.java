/** Transcripts and reports as pages and as PDF, and what somebody outside of the school sees of them. */
@NullMarked
package org.ownpath.portal.documents;

import org.jspecify.annotations.NullMarked;
