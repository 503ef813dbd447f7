package org.ownpath.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SignedIn;
import org.ownpath.access.Viewer;
import org.ownpath.access.ViewerRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signing in with a name and a password. An unknown name costs as much time as a known one. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Throttle throttle;
    private final PasswordEncoder hashes;
    private final SecondFactors secondFactors;
    private final JdbcClient database;
    private final Clock clock;
    private final String hashOfNothing;

    PasswordSignIn(
            Throttle throttle, PasswordEncoder hashes, SecondFactors secondFactors, JdbcClient database, Clock clock) {
        this.throttle = throttle;
        this.hashes = hashes;
        this.secondFactors = secondFactors;
        this.database = database;
        this.clock = clock;
        this.hashOfNothing = Objects.requireNonNull(hashes.encode("nothing"));
    }

    private record Found(Viewer viewer, String hash) {}

    @Override
    public Authentication authenticate(Authentication typed) {
        Throttle.Try now = new Throttle.Try(typed.getName(), address(typed));
        Optional<Duration> wait = throttle.wait(now);
        if (wait.isPresent()) {
            throw new TooManyTries(wait.get());
        }
        Optional<Found> found = named(now.name());
        String password = String.valueOf(typed.getCredentials());
        boolean right = hashes.matches(password, found.map(Found::hash).orElse(hashOfNothing));
        if (found.isEmpty() || !right) {
            throttle.failed(now);
            throw new BadCredentialsException("This name and password do not go together.");
        }
        throttle.succeeded(now);
        keepStronger(found.get(), password);
        return signedIn(found.get().viewer());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Authentication signedIn(Viewer viewer) {
        boolean owesCode = DistrictScope.within(viewer.district(), () -> secondFactors.owedBy(viewer));
        return owesCode ? new AwaitingCode(viewer, clock.instant()) : new SignedIn(viewer);
    }

    private Optional<Found> named(String name) {
        return database.sql("select * from access.account_to_sign_in(?)")
                .param(name)
                .query((row, n) -> new Found(ViewerRow.viewer(row, n), row.getString("password_hash")))
                .optional();
    }

    /** The only moment at which the password itself is at hand. */
    private void keepStronger(Found found, String password) {
        if (hashes.upgradeEncoding(found.hash())) {
            DistrictScope.run(
                    found.viewer().district(),
                    () -> database.sql("update access.account set password_hash = ? where id = ? and password_hash = ?")
                            .params(
                                    hashes.encode(password),
                                    found.viewer().account().value(),
                                    found.hash())
                            .update());
        }
    }

    private static String address(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
