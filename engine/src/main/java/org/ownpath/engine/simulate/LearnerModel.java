package org.ownpath.engine.simulate;

import java.util.List;

/**
 * An assumption about how people learn, with its parameters. An opportunity on a competency changes what is known, a
 * check may err, and a summer may cost something. Under each model learning is slower for
 * whoever lacks what comes before.
 *
 * <p>The default parameters let the median learner with all prerequisites reach a competency after about four
 * opportunities, out of nine that batch promotion gives by default. They are round numbers, fitted to nothing.
 */
public sealed interface LearnerModel permits KnowledgeTracing, LearningCurve, Zone {

    /** The short name for commands and files. */
    String name();

    /** An empty mind in which learners of this model can be simulated one after the other, on one thread. */
    Mind mind(KnowledgeStructure structure);

    /** Every model with its default parameters. */
    static List<LearnerModel> all() {
        return List.of(
                KnowledgeTracing.standard(),
                LearningCurve.standard(LearningCurve.Shape.EXPONENTIAL),
                LearningCurve.standard(LearningCurve.Shape.POWER),
                Zone.standard());
    }
}
