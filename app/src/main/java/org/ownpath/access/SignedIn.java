package org.ownpath.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A viewer who has proved who they are; what the session holds. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Viewer viewer;
    private final boolean card;

    /** Whoever makes this vouches that the viewer has proved it. */
    public SignedIn(Viewer viewer) {
        this(viewer, false);
    }

    private SignedIn(Viewer viewer, boolean card) {
        super(authorities(viewer));
        this.viewer = viewer;
        this.card = card;
        setAuthenticated(true);
    }

    /** A young child with a card of the class: a student's pages, and nothing of the account. */
    public static SignedIn withCard(Viewer viewer) {
        return new SignedIn(viewer, true);
    }

    /** Whether a card of a class has proved it. */
    public boolean byCard() {
        return card;
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return viewer.account().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && that.viewer.equals(viewer) && that.card == card;
    }

    @Override
    public int hashCode() {
        return viewer.hashCode();
    }

    private static Collection<GrantedAuthority> authorities(Viewer viewer) {
        return viewer.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .collect(java.util.stream.Collectors.toCollection(() -> new java.util.ArrayList<>(List.of())));
    }
}
