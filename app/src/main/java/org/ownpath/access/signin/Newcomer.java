package org.ownpath.access.signin;

import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.shared.PersonId;

/** A person of the roster as an account is opened for them. */
public record Newcomer(PersonId person, String fullName, Optional<String> email, Set<Role> roles) {

    /** Keeps its own copy of the roles. */
    public Newcomer {
        roles = Set.copyOf(roles);
    }
}
