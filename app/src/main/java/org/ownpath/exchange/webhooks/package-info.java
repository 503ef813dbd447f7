/**
 * Webhooks: other systems are told, signed and by ids only, when evidence is recorded, mastery is reached, a badge is given
 * or an import has ended. Front door: {@link org.ownpath.exchange.webhooks.Webhooks}.
 */
@NullMarked
package org.ownpath.exchange.webhooks;

import org.jspecify.annotations.NullMarked;
