package org.ownpath.engine.command;

/** Fits one kind of model to answers and predicts those held out, each from the learner's answers before it. */
interface ModelFitter {

    FittedModel fit(FitTask task);
}
