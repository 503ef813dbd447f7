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

    /**
     * What the JDK does not know of: ranges of version 4 that are given to nobody; of version 6 all but what is given out
     * to anybody, and what carries addresses of version 4.
     */
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return bytes.length == 16
                ? (first & 0xe0) != 0x20 || (first == 0x20 && second == 0x02)
                : first == 0
                        || first >= 240
                        || (first == 100 && (second & 0xc0) == 64)
                        || (first == 192 && second == 0 && bytes[2] == 0)
                        || (first == 198 && (second & 0xfe) == 18);
    }
}
