package org.ownpath.credential;

import org.ownpath.evidence.Entry;
import org.ownpath.framework.Competency;

/** Something that a student made with what they had learnt: the best showing at the depth of creating. */
public record Creation(Competency competency, Entry entry) {}
