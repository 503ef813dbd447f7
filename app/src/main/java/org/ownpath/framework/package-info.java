/**
 * Framework: competencies with their levels, scales and prerequisites, published edition by edition.
 *
 * <p>Front doors: {@link org.ownpath.framework.Frameworks} to read and {@link org.ownpath.framework.FrameworkImport} to
 * publish an edition. A competency keeps its id through all editions; a graph with a cycle is refused and the cycle is
 * shown. Depends on shared and access.
 */
@NullMarked
package org.ownpath.framework;

import org.jspecify.annotations.NullMarked;
