/** The engine from the command line. Each subcommand is one class. */
@NullMarked
package org.ownpath.engine.command;

import org.jspecify.annotations.NullMarked;
