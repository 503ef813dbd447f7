package org.ownpath.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Viewer;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Whoever has given the right password and still owes a code. Opens nothing but the page that asks for it. */
final class AwaitingCode extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Viewer viewer;
    private final Instant since;

    AwaitingCode(Viewer viewer, Instant since) {
        super(List.of());
        this.viewer = viewer;
        this.since = since;
    }

    Viewer viewer() {
        return viewer;
    }

    boolean waitsAt(Instant now) {
        return now.isBefore(since.plus(PATIENCE));
    }

    /** No viewer: whoever owes a code is nobody yet. */
    @Override
    public String getPrincipal() {
        return "";
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AwaitingCode that && that.viewer.equals(viewer) && that.since.equals(since);
    }

    @Override
    public int hashCode() {
        return viewer.hashCode();
    }
}
