package org.ownpath.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
        this(viewer, card, Set.of());
    }

    private SignedIn(Viewer viewer, boolean card, Set<TokenScope> scopes) {
        super(authorities(viewer, scopes));
        this.viewer = viewer;
        this.card = card;
        setAuthenticated(true);
    }

    /** A young child with a card of the class: a student's pages, and nothing of the account. */
    public static SignedIn withCard(Viewer viewer) {
        return new SignedIn(viewer, true);
    }

    /** The same way in, with what the account is for now. */
    public SignedIn with(Viewer now) {
        return new SignedIn(now, card);
    }

    /** A program with a token: its account, as far as the scopes of the token go. */
    static SignedIn withToken(Viewer viewer, Set<TokenScope> scopes) {
        return new SignedIn(viewer, false, scopes);
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

    private static Collection<GrantedAuthority> authorities(Viewer viewer, Set<TokenScope> scopes) {
        return Stream.concat(
                        viewer.roles().stream().map(role -> "ROLE_" + role.name()),
                        scopes.stream().map(TokenScope::authority))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .collect(java.util.stream.Collectors.toCollection(() -> new java.util.ArrayList<>(List.of())));
    }
}
