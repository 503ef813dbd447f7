package org.ownpath.engine.simulate;

/**
 * A competency is known or not. Each opportunity makes it known with probability {@code (1 - (1 - learn)^rate) *
 * missing^m}, m being the number of direct prerequisites that are not known. Source of the two states, of guess and of
 * slip: A. Corbett and J. Anderson, Knowledge tracing, User Modeling and User-Adapted Interaction 4, 1995, who have
 * neither prerequisites nor forgetting.
 *
 * @param learn the median learner's probability of learning in one opportunity
 * @param missing what each missing prerequisite multiplies it with, from 0 to 1
 * @param forget the probability that what is known is forgotten over a summer. That summers cost something: H. Cooper
 *     and others, The effects of summer vacation on achievement test scores, Review of Educational Research 66, 1996
 */
public record KnowledgeTracing(double learn, double missing, Checking checking, double forget) implements LearnerModel {

    public KnowledgeTracing {
        Bounds.SHARE.check("probability of learning", learn);
        Bounds.SHARE.check("factor of a missing prerequisite", missing);
        Bounds.SHARE.check("probability of forgetting", forget);
    }

    /** Learns with 0.25, a missing prerequisite leaves 0.4 of that, forgets with 0.02 a summer. */
    public static KnowledgeTracing standard() {
        return new KnowledgeTracing(0.25, 0.4, Checking.standard(), 0.02);
    }

    /** Everything is learned in one opportunity, checks never err and nothing is forgotten. */
    public static KnowledgeTracing sure() {
        return new KnowledgeTracing(1, 1, Checking.exact(), 0);
    }

    @Override
    public String name() {
        return "knowledge-tracing";
    }

    @Override
    public Mind mind(KnowledgeStructure structure) {
        return new TracedMind(this, structure);
    }
}
