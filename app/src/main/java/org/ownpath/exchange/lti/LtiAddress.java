package org.ownpath.exchange.lti;

import java.net.URI;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.HomeAddress;
import org.ownpath.exchange.OutsideCalls;
import org.springframework.stereotype.Component;

/** The addresses of a district that tools and platforms know, and which of theirs are taken. */
@Component
public class LtiAddress {

    private static final int LONGEST = 1000;

    private final HomeAddress home;
    private final Accounts accounts;
    private final OutsideCalls calls;

    LtiAddress(HomeAddress home, Accounts accounts, OutsideCalls calls) {
        this.home = home;
        this.accounts = accounts;
        this.calls = calls;
    }

    /** The name of the current district in the world, under which it signs. */
    public String issuer() {
        return home.of("/lti/" + accounts.districtSlug());
    }

    /** Something that the current district answers, by a path that begins with a slash. */
    public String of(String path) {
        return issuer() + path;
    }

    /** A page of this installation. */
    public String page(String path) {
        return home.of(path);
    }

    /** Why an address of a tool or platform is not taken, with the remedy; empty when it is. */
    public Optional<String> refusal(String what, String address) {
        try {
            URI uri = URI.create(address);
            boolean good = address.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && calls.schemesOfSecrets().contains(uri.getScheme());
            return good ? Optional.empty() : Optional.of(refused(what, address));
        } catch (IllegalArgumentException e) {
            return Optional.of(refused(what, address));
        }
    }

    private static String refused(String what, String address) {
        return what + " '" + address + "' is no address that is taken. Copy it as a whole; it begins with https://.";
    }
}
