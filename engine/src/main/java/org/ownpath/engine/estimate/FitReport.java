package org.ownpath.engine.estimate;

/**
 * How a fit went.
 *
 * @param logLikelihood natural log likelihood of all responses, without any prior
 * @param steps passes over all responses
 * @param converged whether the tolerance was reached within the steps allowed; if not, allow more steps or simplify the
 *     model
 * @param responses answers that the fit rests on, missing ones aside
 */
public record FitReport(double logLikelihood, int steps, boolean converged, int responses) {}
