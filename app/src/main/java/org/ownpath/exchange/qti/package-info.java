/** 1EdTech QTI: questions of versions 2.1, 2.2 and 3.0 in, banks as packages of version 3.0 out. */
@NullMarked
package org.ownpath.exchange.qti;

import org.jspecify.annotations.NullMarked;
