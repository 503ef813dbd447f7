package org.ownpath.access.signin;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SignedIn;
import org.ownpath.access.Viewer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door to passkeys (Web Authentication, level 2). The device asks for a finger, a face or its own code before
 * it signs, so a passkey stands for both factors, and it signs for one site only.
 */
@Component
public class Passkeys {

    private static final String NEW = "ownpath.passkey.new";
    private static final String ASKED = "ownpath.passkey.asked";
    private static final int LONGEST_LABEL = 60;
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("NOBODY"));

    private final PasskeyOwners owners;
    private final PasskeyRows rows;
    private final Accounts accounts;
    private final Access access;
    private final JdbcClient database;

    Passkeys(PasskeyOwners owners, PasskeyRows rows, Accounts accounts, Access access, JdbcClient database) {
        this.owners = owners;
        this.rows = rows;
        this.accounts = accounts;
        this.access = access;
        this.database = database;
    }

    /** A passkey as its owner sees it. */
    public record Passkey(UUID id, String label, Instant since, Instant lastUsed) {}

    /** The viewer's passkeys, oldest first. */
    public List<Passkey> of(Viewer viewer) {
        return database.sql("""
                select id, label, created_at, last_used_at from access.passkey
                where account_id = ? order by created_at""")
                .param(viewer.account().value())
                .query((row, n) -> new Passkey(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** What the browser needs to make a passkey, as JSON. Valid once, in this session. */
    public String offer(Viewer viewer, URI site, HttpSession session) {
        PublicKeyCredentialCreationOptions options = party(site)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(new SignedIn(viewer)));
        session.setAttribute(NEW, options);
        return JSON.writeValueAsString(options);
    }

    /** Keeps the passkey that the browser made; empty when done, otherwise why not. */
    @Transactional
    public Optional<String> keep(Viewer viewer, URI site, Made made, HttpSession session) {
        Object offered = session.getAttribute(NEW);
        session.removeAttribute(NEW);
        if (made.label().isBlank() || made.label().length() > LONGEST_LABEL) {
            return Optional.of("Name the device in up to " + LONGEST_LABEL + " characters.");
        }
        if (!(offered instanceof PublicKeyCredentialCreationOptions options)) {
            return Optional.of("That took too long. Try again.");
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    JSON.readValue(made.credential(), new TypeReference<>() {});
            party(site)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options,
                            new RelyingPartyPublicKey(credential, made.label().strip())));
        } catch (JacksonException | IllegalArgumentException | DuplicateKeyException refused) {
            return Optional.of("The passkey of this device could not be read. Try again, or use another device.");
        }
        access.audit(viewer, "passkey.made", viewer.account().toString(), "");
        return Optional.empty();
    }

    /** What the browser sends of a new passkey, and what its owner calls the device. */
    public record Made(String credential, String label) {}

    /** Forgets a passkey of the viewer's own; false when it is none of theirs. */
    @Transactional
    public boolean forget(Viewer viewer, UUID passkey) {
        boolean forgotten = database.sql("delete from access.passkey where id = ? and account_id = ?")
                        .params(passkey, viewer.account().value())
                        .update()
                == 1;
        if (forgotten) {
            access.audit(viewer, "passkey.forgotten", viewer.account().toString(), "");
        }
        return forgotten;
    }

    /** What the browser needs to sign in with whichever passkey it has, as JSON. Valid once, in this session. */
    public String ask(URI site, HttpSession session) {
        PublicKeyCredentialRequestOptions options = party(site)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(NOBODY));
        session.setAttribute(ASKED, options);
        return JSON.writeValueAsString(options);
    }

    /** Who has signed with their passkey; empty when the signature does not hold. */
    public Optional<Viewer> recognise(URI site, String signed, HttpSession session) {
        Object asked = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        return asked instanceof PublicKeyCredentialRequestOptions options
                ? credential(signed)
                        .flatMap(credential -> rows.district(Objects.requireNonNull(credential.getRawId()))
                                .flatMap(district ->
                                        DistrictScope.within(district, () -> holder(site, options, credential))))
                : Optional.empty();
    }

    private Optional<Viewer> holder(
            URI site,
            PublicKeyCredentialRequestOptions options,
            PublicKeyCredential<AuthenticatorAssertionResponse> credential) {
        try {
            Bytes owner = party(site)
                    .authenticate(new RelyingPartyAuthenticationRequest(options, credential))
                    .getId();
            return accounts.viewer(PasskeyRows.account(owner));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> credential(String signed) {
        try {
            return Optional.of(JSON.readValue(signed, new TypeReference<>() {}));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** A passkey holds for the host that made it; the browser enforces that, and signs the address that it saw. */
    private Webauthn4JRelyingPartyOperations party(URI site) {
        Webauthn4JRelyingPartyOperations party = new Webauthn4JRelyingPartyOperations(
                owners,
                rows,
                PublicKeyCredentialRpEntity.builder()
                        .id(site.getHost())
                        .name("Ownpath")
                        .build(),
                Set.of(site.toString()));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }
}
