package org.ownpath.credential;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the district's keys: Ed25519, made here, never shown, and replaced whenever somebody wants. */
@Component
public class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String PURPOSE = "credential.signing_key";
    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final Access access;
    private final Turns turns;
    private final Sealing sealing;
    private final Clock clock;

    SigningKeys(JdbcClient database, Access access, Turns turns, Sealing sealing, Clock clock) {
        this.database = database;
        this.access = access;
        this.turns = turns;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** All that the current district has ever had, newest first. */
    public List<SigningKey> keys() {
        return database.sql("select * from credential.signing_key order by made_at desc, id desc")
                .query(SigningKeys::key)
                .list();
    }

    /** The one that signs now: the newest that still counts, made when there is none. */
    @Transactional
    public SigningKey current() {
        return newest().orElseGet(() -> {
            lock();
            return newest().orElseGet(this::make);
        });
    }

    /** Signs messages with the key, which is read and opened once for all of them. */
    public UnaryOperator<byte[]> signer(KeyId key) {
        byte[] sealed = database.sql("select sealed_private_key from credential.signing_key where id = ?")
                .param(key.value())
                .query(byte[].class)
                .single();
        try {
            PrivateKey opened = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(sealing.open(sealed, PURPOSE)));
            return message -> signature(opened, message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of our own making", e);
        }
    }

    private static byte[] signature(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of our own making", e);
        }
    }

    /** Makes a new key, which signs from now on. What the others signed stays good. */
    @Transactional
    public SigningKey renew(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        lock();
        SigningKey made = make();
        access.audit(viewer, "signing-key.renewed", made.id().toString(), "");
        return made;
    }

    /**
     * Withdraws a key that somebody else may have got hold of: nothing that it signed counts any more, and what the
     * district issued with it is signed anew by another when it is next asked for. Gives why it is not done, if so.
     */
    @Transactional
    public Optional<String> withdraw(Viewer viewer, KeyId key, String reason) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of("Write why the key is withdrawn, in up to " + LONGEST_REASON + " characters.");
        }
        boolean withdrawn = database.sql("""
                update credential.signing_key set withdrawn_at = ?, withdrawn_by = ?, reason = ?
                where id = ? and withdrawn_at is null""")
                        .params(
                                Timestamp.from(clock.instant()),
                                viewer.account().value(),
                                reason.strip(),
                                key.value())
                        .update()
                == 1;
        if (withdrawn) {
            access.audit(viewer, "signing-key.withdrawn", key.toString(), reason.strip());
        }
        return Optional.empty();
    }

    private Optional<SigningKey> newest() {
        return keys().stream().filter(SigningKey::vouches).findFirst();
    }

    /** Of two who ask at once, one makes the key. */
    private void lock() {
        turns.take("signing keys of " + DistrictScope.require());
    }

    private SigningKey make() {
        KeyId id = KeyId.next();
        Instant now = clock.instant();
        KeyPair pair = pair();
        database.sql("""
                insert into credential.signing_key (id, district_id, public_key, sealed_private_key, made_at)
                values (?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        DistrictScope.require().value(),
                        pair.getPublic().getEncoded(),
                        sealing.seal(pair.getPrivate().getEncoded(), PURPOSE),
                        Timestamp.from(now))
                .update();
        return new SigningKey(id, pair.getPublic(), now, Optional.empty());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 15 on has " + ALGORITHM, e);
        }
    }

    private static SigningKey key(ResultSet row, int n) throws SQLException {
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        String reason = row.getString("reason");
        return new SigningKey(
                new KeyId(row.getObject("id", UUID.class)),
                publicKey(row.getBytes("public_key")),
                row.getTimestamp("made_at").toInstant(),
                withdrawn == null || reason == null
                        ? Optional.empty()
                        : Optional.of(new SigningKey.Withdrawal(withdrawn.toInstant(), reason)));
    }

    private static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of our own making", e);
        }
    }
}
