/**
 * Portal: the pages. One page a question; works without JavaScript and gets quicker with it.
 *
 * <p>May call every room; nothing depends on it. Pages decide nothing: they ask the front doors and show the answer.
 */
@NullMarked
package org.ownpath.portal;

import org.jspecify.annotations.NullMarked;
