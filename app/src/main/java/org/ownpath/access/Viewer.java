package org.ownpath.access;

import java.io.Serializable;
import java.util.Set;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;

/** Whoever is asking: an account that has signed in, or the product itself while it seeds or imports. */
public record Viewer(AccountId account, DistrictId district, PersonId person, String displayName, Set<Role> roles)
        implements Serializable {

    /** Keeps its own copy of the roles. */
    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Whether the viewer has this role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the viewer works for the school: a teacher, a leader or an administrator. */
    public boolean isStaff() {
        return is(Role.TEACHER) || seesWholeDistrict();
    }

    /** Whether the viewer may see every student of the district. */
    public boolean seesWholeDistrict() {
        return is(Role.LEADER) || is(Role.ADMINISTRATOR);
    }
}
