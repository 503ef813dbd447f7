/** Benchmarks: programs, never tests. Each stands beside the database alone in the same run. */
@NullMarked
package org.ownpath.bench;

import org.jspecify.annotations.NullMarked;
