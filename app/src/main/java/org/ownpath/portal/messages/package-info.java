/** Pages of notices: what somebody is told, how they want to be told, and for administrators which e-mails were written. */
@NullMarked
package org.ownpath.portal.messages;

import org.jspecify.annotations.NullMarked;
