package org.ownpath.northside;

import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.springframework.stereotype.Component;

/** Northside's people as they sign in. */
@Component
class NorthsideAccounts {

    private final Accounts accounts;
    private final Roster roster;

    NorthsideAccounts(Accounts accounts, Roster roster) {
        this.accounts = accounts;
        this.roster = roster;
    }

    Viewer of(String name) {
        String[] parts = name.split(" ", 2);
        return accounts.viewer(SchoolRoster.address(parts[0], parts[1], "northside.example"))
                .orElseThrow(() -> new IllegalStateException(name + " has no account"));
    }

    Viewer of(PersonId person) {
        return roster.person(person)
                .flatMap(Person::email)
                .flatMap(accounts::viewer)
                .orElseThrow();
    }
}
