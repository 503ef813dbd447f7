package org.ownpath.exchange;

/** Fetches from this machine too, as the product does not. */
public final class AnyAddress {

    private AnyAddress() {}

    /** One that may reach into private networks. */
    public static FromAddress allowed() {
        return new FromAddress(true);
    }
}
