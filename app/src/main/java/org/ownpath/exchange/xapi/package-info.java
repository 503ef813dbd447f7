/**
 * Learning records by xAPI: statements, states and profiles of other programs, and what of them becomes evidence. Front
 * door: {@link org.ownpath.exchange.xapi.LearningRecords}.
 */
@NullMarked
package org.ownpath.exchange.xapi;

import org.jspecify.annotations.NullMarked;
