package org.ownpath.exchange.lti.platforms;

import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.AccountId;

/**
 * A system asks somebody to pick what its links are to open here.
 *
 * @param by who picks
 * @param several whether more than one may be picked
 */
public record ContentRequest(UUID id, PlatformId platform, AccountId by, Back back, boolean several) {

    /**
     * How the answer gets back.
     *
     * @param echo is given back as it came
     */
    public record Back(String address, String deployment, Optional<String> echo) {}
}
