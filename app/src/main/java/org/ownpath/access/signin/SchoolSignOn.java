package org.ownpath.access.signin;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to signing in with the account that a school has elsewhere, by OpenID Connect. */
@Component
public class SchoolSignOn {

    static final String PURPOSE = "identity provider";
    private static final String EMAIL = "email";

    private final JdbcClient database;
    private final Sealing sealing;
    private final Issuers issuers;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    SchoolSignOn(JdbcClient database, Sealing sealing, Issuers issuers, Accounts accounts, Access access, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.issuers = issuers;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** Where a district signs in, as its administrator sees it: without the secret. */
    public record Provider(String issuer, String clientId, String claim) implements Serializable {}

    /** A provider as an administrator enters it; a blank secret keeps the one of before. */
    public record Entered(Provider provider, String secret) {}

    /** A school that signs in elsewhere. */
    public record School(String slug, String name) {}

    /** An account elsewhere that belongs to an account here. */
    public record Linked(UUID id, String issuer, Instant since) {}

    /** Who came back from the provider: what it says of them. */
    record Arrived(String issuer, String subject, Optional<String> name) {

        static Arrived of(String issuer, String subject, Optional<String> name) {
            return new Arrived(issuer, subject, name.map(n -> n.strip().toLowerCase(Locale.ROOT)));
        }
    }

    private record Kept(Provider provider, String secret) {}

    /** The schools of this installation that sign in elsewhere. */
    public List<School> schools() {
        return database.sql("select slug, name from access.schools_that_sign_on()")
                .query((row, n) -> new School(row.getString(1), row.getString(2)))
                .list();
    }

    /** The current district among them. */
    public Optional<School> own() {
        return database.sql("""
                select d.slug, d.name from access.district d join access.identity_provider p on p.district_id = d.id""")
                .query((row, n) -> new School(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Where the current district signs in. */
    public Optional<Provider> provider() {
        return kept().map(Kept::provider);
    }

    /** Makes a provider hold, after asking it whether it is there; empty when done, otherwise why not. */
    @Transactional
    public Optional<String> adopt(Viewer administrator, Entered entered) {
        access.require(administrator, Role.ADMINISTRATOR);
        Provider provider = entered.provider();
        if (provider.clientId().isBlank() || provider.claim().isBlank()) {
            return Optional.of("Enter the client's id, and the claim that is the name to sign in with.");
        }
        if (entered.secret().isBlank() && kept().isEmpty()) {
            return Optional.of("Enter the client's secret, as the provider shows it.");
        }
        Optional<String> problem = issuers.problem(provider.issuer());
        if (problem.isPresent()) {
            return problem;
        }
        keep(administrator, entered);
        access.audit(administrator, "school-sign-on.adopted", provider.issuer(), "");
        return Optional.empty();
    }

    /** Ends signing in elsewhere. Who has no password then is let in by a link. */
    @Transactional
    public void end(Viewer administrator) {
        access.require(administrator, Role.ADMINISTRATOR);
        database.sql("delete from access.identity_provider").update();
        access.audit(
                administrator, "school-sign-on.ended", administrator.district().toString(), "");
    }

    /** The accounts elsewhere that sign the viewer in. */
    public List<Linked> of(Viewer viewer) {
        return database.sql("select id, issuer, linked_at from access.school_identity where account_id = ?")
                .param(viewer.account().value())
                .query((row, n) -> new Linked(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /** Unlinks an account elsewhere from the viewer's own; false when it is none of theirs. */
    @Transactional
    public boolean unlink(Viewer viewer, UUID linked) {
        boolean unlinked = database.sql("delete from access.school_identity where id = ? and account_id = ?")
                        .params(linked, viewer.account().value())
                        .update()
                == 1;
        if (unlinked) {
            access.audit(viewer, "school-identity.unlinked", viewer.account().toString(), "");
        }
        return unlinked;
    }

    /** The provider of the current district, ready to sign in with. */
    Optional<ClientRegistration> registration(String slug) {
        return kept().map(kept -> issuers.registration(slug, kept.provider(), kept.secret()));
    }

    /** Which claim is the name to sign in with; e-mail addresses count only when the provider has verified them. */
    Optional<String> name(java.util.Map<String, Object> claims) {
        String claim = provider().map(Provider::claim).orElse(EMAIL);
        boolean trusted = !claim.equals(EMAIL) || Boolean.TRUE.equals(claims.get("email_verified"));
        return Optional.ofNullable(claims.get(claim)).filter(value -> trusted).map(Object::toString);
    }

    /** Whose account of the current district it is; links it where the name matches, or somebody is signed in. */
    @Transactional
    Optional<Viewer> viewer(Arrived arrived, Optional<Viewer> signedIn) {
        Optional<Viewer> known = linked(arrived);
        if (known.isPresent()) {
            return known;
        }
        Optional<Viewer> match =
                signedIn.isPresent() ? signedIn : arrived.name().flatMap(accounts::named);
        match.ifPresent(viewer -> link(viewer, arrived));
        return match;
    }

    private Optional<Viewer> linked(Arrived arrived) {
        return database.sql("select account_id from access.school_identity where issuer = ? and subject = ?")
                .params(arrived.issuer(), arrived.subject())
                .query(UUID.class)
                .optional()
                .flatMap(account -> accounts.viewer(new AccountId(account)));
    }

    private void link(Viewer viewer, Arrived arrived) {
        database.sql("""
                insert into access.school_identity (id, district_id, account_id, issuer, subject, linked_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        TimeOrdered.next(),
                        viewer.district().value(),
                        viewer.account().value(),
                        arrived.issuer(),
                        arrived.subject(),
                        Timestamp.from(clock.instant()))
                .update();
        access.audit(viewer, "school-identity.linked", viewer.account().toString(), arrived.issuer());
    }

    private void keep(Viewer administrator, Entered entered) {
        String secret = entered.secret().isBlank()
                ? kept().orElseThrow().secret()
                : entered.secret().strip();
        database.sql("""
                insert into access.identity_provider (district_id, issuer, client_id, sealed_secret, claim)
                values (?, ?, ?, ?, ?)
                on conflict (district_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
                    sealed_secret = excluded.sealed_secret, claim = excluded.claim""")
                .params(
                        administrator.district().value(),
                        entered.provider().issuer().strip(),
                        entered.provider().clientId().strip(),
                        sealing.seal(secret.getBytes(StandardCharsets.UTF_8), PURPOSE),
                        entered.provider().claim().strip())
                .update();
    }

    private Optional<Kept> kept() {
        return database.sql("select issuer, client_id, claim, sealed_secret from access.identity_provider")
                .query((row, n) -> new Kept(
                        new Provider(row.getString(1), row.getString(2), row.getString(3)),
                        new String(sealing.open(row.getBytes(4), PURPOSE), StandardCharsets.UTF_8)))
                .optional();
    }
}
