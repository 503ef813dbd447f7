package org.ownpath.exchange.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the keys with which a district signs what it tells tools and platforms: RSA, because the standard asks
 * for RS256. A renewed key is published for a week still, for those who have messages of it on the way.
 */
@Component
public class LtiKeys {

    private static final String PURPOSE = "exchange.lti_key";
    private static final int BITS = 2048;
    private static final Duration PUBLISHED = Duration.ofDays(7);

    private final JdbcClient database;
    private final Access access;
    private final Turns turns;
    private final Sealing sealing;
    private final Clock clock;

    LtiKeys(JdbcClient database, Access access, Turns turns, Sealing sealing, Clock clock) {
        this.database = database;
        this.access = access;
        this.turns = turns;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Since when the key signs that signs now; empty before anything was signed. */
    public Optional<Instant> since() {
        return database.sql("select made_at from exchange.lti_key where renewed_at is null")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The public halves of those that count, as a JWK set: the newest first. */
    @Transactional
    public String published() {
        current();
        List<JWK> keys = database.sql("""
                select public_key from exchange.lti_key where renewed_at is null or renewed_at > ? order by made_at desc""")
                .param(Timestamp.from(clock.instant().minus(PUBLISHED)))
                .query((row, n) -> (JWK) key(row.getString(1)))
                .list();
        return new JWKSet(keys).toString();
    }

    /** A message with these claims, signed by the current district. */
    @Transactional
    public String signed(JWTClaimsSet claims) {
        RSAKey key = current();
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT message = new SignedJWT(header, claims);
            message.sign(new RSASSASigner(key));
            return message.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of our own making", e);
        }
    }

    /** Makes another key, which signs from now on. */
    @Transactional
    public void renew(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        lock();
        database.sql("update exchange.lti_key set renewed_at = ? where renewed_at is null")
                .param(Timestamp.from(clock.instant()))
                .update();
        access.audit(viewer, "lti-key.renewed", make().getKeyID(), "");
    }

    private RSAKey current() {
        return newest().orElseGet(() -> {
            lock();
            return newest().orElseGet(this::make);
        });
    }

    private Optional<RSAKey> newest() {
        return database.sql("select sealed_key from exchange.lti_key where renewed_at is null")
                .query(byte[].class)
                .optional()
                .map(kept -> key(new String(sealing.open(kept, PURPOSE), StandardCharsets.UTF_8)));
    }

    /** Of two who ask at once, one makes the key. */
    private void lock() {
        turns.take("lti keys of " + DistrictScope.require());
    }

    private RSAKey make() {
        UUID id = TimeOrdered.next();
        RSAKey key = generated(id);
        database.sql("""
                insert into exchange.lti_key (id, district_id, public_key, sealed_key, made_at) values (?, ?, ?, ?, ?)""")
                .params(
                        id,
                        DistrictScope.require().value(),
                        key.toPublicJWK().toJSONString(),
                        sealing.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8), PURPOSE),
                        Timestamp.from(clock.instant()))
                .update();
        return key;
    }

    private static RSAKey generated(UUID id) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(id.toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }

    private static RSAKey key(String text) {
        try {
            return RSAKey.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException("A key of our own making", e);
        }
    }
}
