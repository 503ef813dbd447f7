package org.ownpath.access.signin;

import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to a person's own password. */
@Component
public class Passwords {

    private final JdbcClient database;
    private final PasswordEncoder hashes;
    private final Access access;
    private final ApplicationEventPublisher events;

    Passwords(JdbcClient database, PasswordEncoder hashes, Access access, ApplicationEventPublisher events) {
        this.database = database;
        this.hashes = hashes;
        this.access = access;
        this.events = events;
    }

    private record Present(String signInName, String hash) {}

    /** The fewest characters of a password that this viewer chooses. */
    public int shortest(Viewer viewer) {
        return PasswordRule.shortest(viewer);
    }

    /** Changes the viewer's own password; empty when done, otherwise why not. */
    @Transactional
    public Optional<String> change(Viewer viewer, String old, String chosen) {
        Present present = present(viewer);
        if (!hashes.matches(old, present.hash())) {
            return Optional.of("The present password is another one. Type it again.");
        }
        return choose(viewer, chosen);
    }

    /** Gives a viewer who has proved who they are the password that they chose; empty when done, otherwise why not. */
    Optional<String> choose(Viewer viewer, String chosen) {
        Present before = present(viewer);
        Optional<String> problem = PasswordRule.problem(viewer, before.signInName(), chosen);
        if (problem.isEmpty()) {
            database.sql("update access.account set password_hash = ? where id = ?")
                    .params(hashes.encode(chosen), viewer.account().value())
                    .update();
            access.audit(viewer, "account.password-changed", viewer.account().toString(), "");
            if (!before.hash().equals(Accounts.NO_PASSWORD)) {
                events.publishEvent(new PasswordChanged(viewer));
            }
        }
        return problem;
    }

    private Present present(Viewer viewer) {
        return database.sql("select sign_in_name, password_hash from access.account where id = ?")
                .param(viewer.account().value())
                .query((row, n) -> new Present(row.getString(1), row.getString(2)))
                .single();
    }
}
