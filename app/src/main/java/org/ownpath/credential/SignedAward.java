package org.ownpath.credential;

/**
 * An award as it goes out into the world.
 *
 * @param document JSON-LD with a proof inside
 * @param token the same as a signed token
 */
public record SignedAward(String document, String token) {}
