package org.ownpath.exchange.lti.platforms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.ownpath.exchange.lti.Lti;

/** Holds what a system has signed to what it was asked. */
final class MessageCheck {

    private MessageCheck() {}

    /** Why a message is not the answer that was asked for. */
    static Optional<String> problem(JWTClaimsSet claims, Platform.Identity identity, String nonce) {
        String deployment = text(claims, Lti.CLAIM + "deployment_id");
        if (!nonce.equals(text(claims, "nonce"))) {
            return Optional.of("The nonce is not the one that was asked with.");
        }
        if (claims.getAudience().size() > 1 && !identity.client().equals(text(claims, "azp"))) {
            return Optional.of("It is meant for several, and azp does not name Ownpath.");
        }
        if (!identity.deployment().isEmpty() && !identity.deployment().equals(deployment)) {
            return Optional.of("It is of another deployment than the one that is connected.");
        }
        boolean fits = !deployment.isEmpty()
                && Lti.VERSION.equals(text(claims, Lti.CLAIM + "version"))
                && List.of(Lti.RESOURCE_LINK, Lti.PICK_REQUEST).contains(text(claims, Lti.CLAIM + "message_type"));
        return fits && claims.getSubject() != null && !claims.getSubject().isBlank()
                ? Optional.empty()
                : Optional.of("It is no request to open something (" + Lti.RESOURCE_LINK + ") or to pick it ("
                        + Lti.PICK_REQUEST + ") that names who comes.");
    }

    /** What a claim says; empty where it says no text. */
    static String text(JWTClaimsSet claims, String name) {
        try {
            String text = claims.getStringClaim(name);
            return text == null ? "" : text;
        } catch (ParseException e) {
            return "";
        }
    }
}
