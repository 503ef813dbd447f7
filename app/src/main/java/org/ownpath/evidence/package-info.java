/**
 * Evidence: the ledger of what students have shown. Entries are added, never edited and never deleted.
 *
 * <p>Front doors: {@link org.ownpath.evidence.Ledger} to record and read, {@link org.ownpath.evidence.Artifacts} for the
 * files that go with a piece. A piece is stored once however often it is sent; a withdrawal or correction is an entry
 * that names what it replaces. Whoever must know within the same transaction implements
 * {@link org.ownpath.evidence.LedgerFollower}. What the design choices do not accept is refused. Depends on roster, framework, policy, shared and access.
 */
@NullMarked
package org.ownpath.evidence;

import org.jspecify.annotations.NullMarked;
