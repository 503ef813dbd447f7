/**
 * What of other programs' statements becomes evidence, by rules that an administrator makes: front door {@link
 * org.ownpath.exchange.xapi.rules.EvidenceRules}.
 */
@NullMarked
package org.ownpath.exchange.xapi.rules;

import org.jspecify.annotations.NullMarked;
