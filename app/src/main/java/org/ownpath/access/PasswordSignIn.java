package org.ownpath.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signing in with a name and a password. Five failures for one name within a quarter of an hour close that name until
 * the quarter of an hour has passed; an unknown name costs as much time as a known one.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    static final int FAILURES_ALLOWED = 5;
    static final Duration MEMORY = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final JdbcClient database;
    private final Clock clock;
    private final String hashOfNothing;

    PasswordSignIn(Accounts accounts, PasswordEncoder passwords, JdbcClient database, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.database = database;
        this.clock = clock;
        this.hashOfNothing = accounts.hash("nothing");
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String name = typed.getName().strip().toLowerCase(Locale.ROOT);
        Instant now = clock.instant();
        if (failures(name, now) >= FAILURES_ALLOWED) {
            throw new LockedException("Too many tries for this name. Wait a quarter of an hour, then try again.");
        }
        Optional<Accounts.SignIn> found = accounts.toSignIn(name);
        String hash = found.map(Accounts.SignIn::passwordHash).orElse(hashOfNothing);
        boolean right = passwords.matches(String.valueOf(typed.getCredentials()), hash);
        if (found.isEmpty() || !right) {
            remember(name, now);
            throw new BadCredentialsException("This name and password do not go together.");
        }
        forget(name);
        return new SignedIn(found.get().viewer());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private int failures(String name, Instant now) {
        return database.sql("select count(*) from access.sign_in_failure where sign_in_name = ? and failed_at > ?")
                .params(name, Timestamp.from(now.minus(MEMORY)))
                .query(Integer.class)
                .single();
    }

    private void remember(String name, Instant now) {
        database.sql("insert into access.sign_in_failure (sign_in_name, failed_at) values (?, ?)")
                .params(name, Timestamp.from(now))
                .update();
    }

    private void forget(String name) {
        database.sql("delete from access.sign_in_failure where sign_in_name = ?")
                .param(name)
                .update();
    }
}
