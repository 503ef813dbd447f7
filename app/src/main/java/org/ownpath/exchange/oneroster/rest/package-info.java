/**
 * Student information systems that are connected by OneRoster 1.2 over the network: their rosters are read, on a schedule
 * or by hand, and taken in as any other roster. Front door: {@link org.ownpath.exchange.oneroster.rest.StudentSystems}.
 */
@NullMarked
package org.ownpath.exchange.oneroster.rest;

import org.jspecify.annotations.NullMarked;
