package org.ownpath.mastery;

import org.ownpath.engine.Judgement;
import org.ownpath.policy.RuleVersion;

/** A judgement with its reasons, and the rule that it was made under. */
public record Explained(Judgement judgement, RuleVersion rule) {}
