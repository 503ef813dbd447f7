package org.ownpath.access.privacy;

import java.util.List;

/** What a room keeps for a time only, where the district says so. */
public interface Expires {

    /** What of the room's can go when it is old. */
    List<Expiry> expiries();
}
