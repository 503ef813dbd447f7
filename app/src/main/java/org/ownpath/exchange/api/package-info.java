/** Evidence in and judgements out for programs, as JSON over HTTP, with a token in the Authorization header. */
@NullMarked
package org.ownpath.exchange.api;

import org.jspecify.annotations.NullMarked;
