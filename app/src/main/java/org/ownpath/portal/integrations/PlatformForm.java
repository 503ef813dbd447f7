package org.ownpath.portal.integrations;

import org.ownpath.exchange.lti.platforms.Platform;
import org.springframework.util.MultiValueMap;

/** What somebody typed about a learning management system. */
public record PlatformForm(MultiValueMap<String, String> typed) implements TypedForm {

    /** Whether it sends teachers too. */
    public boolean teachers() {
        return text("teachers").equals("true");
    }

    /** The system. */
    Platform.Described described() {
        return new Platform.Described(
                text("name"),
                new Platform.Identity(text("issuer"), text("client"), text("deployment")),
                new Platform.Addresses(text("authorization"), text("token"), text("keys")),
                teachers());
    }
}
