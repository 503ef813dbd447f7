/**
 * Privacy: what the product keeps about a person, told to that person, and forgotten where it has to be.
 *
 * <p>Front door: {@link org.ownpath.access.privacy.PersonalRecords}. Each room names its own tables by a
 * {@link org.ownpath.access.privacy.KeepsAbout}; a test finds a table with a person's column that no room names.
 */
@NullMarked
package org.ownpath.access.privacy;

import org.jspecify.annotations.NullMarked;
