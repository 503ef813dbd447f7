/**
 * One file that holds a whole installation as it was at one instant: written while people go on working, sealed with a
 * passphrase, read back into an empty place. Knows tables and files, and nothing of what they mean.
 */
@NullMarked
package org.ownpath.launch.backup;

import org.jspecify.annotations.NullMarked;
