package org.ownpath.shared;

import java.net.InetAddress;

/** Tells addresses of the open network from those inside a private one, into which nobody may reach through a server. */
public final class OpenNetwork {

    private OpenNetwork() {}

    /** Whether the address lies inside: this machine, a private network, or one that carriers and clouds use within. */
    public static boolean isInside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || isReserved(address.getAddress());
    }

    /** What the JDK does not know of: 0.0.0.0/8, 100.64.0.0/10, and fc00::/7. */
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xff;
        return bytes.length == 16 ? (first & 0xfe) == 0xfc : first == 0 || (first == 100 && (bytes[1] & 0xc0) == 64);
    }
}
