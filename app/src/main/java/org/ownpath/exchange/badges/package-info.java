/**
 * Credentials that verify: Open Badges 3.0 and CLR 2.0 as W3C Verifiable Credentials 2.0, signed with eddsa-rdfc-2022 and as
 * JWT. Front door to check one, from wherever it comes: {@link org.ownpath.exchange.badges.Verification}.
 */
@NullMarked
package org.ownpath.exchange.badges;

import org.jspecify.annotations.NullMarked;
