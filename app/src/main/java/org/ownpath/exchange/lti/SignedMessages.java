package org.ownpath.exchange.lti;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.exchange.OutsideCalls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads messages that tools and platforms have signed (JWT): whether the sender's published key signed it, for whom, and
 * when. Keys are fetched when they are first needed and again when a message names one that is not among them.
 */
@Component
public class SignedMessages {

    private static final int LONGEST = 64 * 1024;
    private static final int LARGEST_KEYS = 256 * 1024;
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final Duration NOT_SOONER = Duration.ofSeconds(5);
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);
    private static final Set<JWSAlgorithm> TAKEN = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

    private final OutsideCalls calls;
    private final JdbcClient database;
    private final Clock clock;
    private final Cache<String, Fetched> fetched =
            Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(REMEMBERED).build();

    SignedMessages(OutsideCalls calls, JdbcClient database, Clock clock) {
        this.calls = calls;
        this.database = database;
        this.clock = clock;
    }

    private record Fetched(JWKSet keys, Instant at) {}

    /**
     * Who should have sent it, and to whom.
     *
     * @param keys where the sender publishes its keys
     * @param audience of which one has to be named
     */
    public record Expected(String issuer, String keys, List<String> audience) {

        /** Keeps its own copy. */
        public Expected {
            audience = List.copyOf(audience);
        }
    }

    /** What came of reading. */
    public sealed interface Opened {

        /** It is from whom it says it is. */
        record Good(JWTClaimsSet claims) implements Opened {}

        /** It counts for nothing, and why. */
        record Bad(String why) implements Opened {}
    }

    /** Reads a message. */
    public Opened open(String message, Expected expected) {
        if (message.length() > LONGEST) {
            return new Opened.Bad("The message is longer than " + LONGEST / 1024 + " kB.");
        }
        try {
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(TAKEN, keysAt(expected.keys())));
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            JWTClaimsSet claims = processor.process(message, null);
            return problem(claims, expected).<Opened>map(Opened.Bad::new).orElseGet(() -> new Opened.Good(claims));
        } catch (ParseException e) {
            return new Opened.Bad("The message is no signed JWT.");
        } catch (BadJOSEException e) {
            return new Opened.Bad("The signature is none of the sender's, or not by RS256: " + e.getMessage() + ".");
        } catch (JOSEException e) {
            return new Opened.Bad("The sender's keys could not be read: " + e.getMessage() + ".");
        }
    }

    /** What a message says of who has sent it, before anything of it is believed. */
    public static Optional<JWTClaimsSet> unproven(String message) {
        try {
            return message.length() > LONGEST
                    ? Optional.empty()
                    : Optional.ofNullable(JWTParser.parse(message).getJWTClaimsSet());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a message of this sender is taken for the first time, and from now on for the last. */
    public boolean firstTime(String sender, String message, Instant expires) {
        Instant now = clock.instant();
        database.sql("delete from exchange.lti_taken where expires_at < ?")
                .param(Timestamp.from(now.minus(WRONG_CLOCK.multipliedBy(2))))
                .update();
        return database.sql("""
                insert into exchange.lti_taken (district_id, signed_by, message, expires_at) values (?, ?, ?, ?)
                on conflict do nothing""")
                        .params(DistrictScope.require().value(), sender, message, Timestamp.from(expires))
                        .update()
                == 1;
    }

    private Optional<String> problem(JWTClaimsSet claims, Expected expected) {
        if (!expected.issuer().equals(claims.getIssuer())) {
            return Optional.of("It is issued by '" + claims.getIssuer() + "', not by '" + expected.issuer() + "'.");
        }
        if (claims.getAudience().stream().noneMatch(expected.audience()::contains)) {
            return Optional.of("It is meant for somebody else: " + claims.getAudience() + ".");
        }
        return problemOfTime(claims.getExpirationTime(), claims.getIssueTime());
    }

    private Optional<String> problemOfTime(@Nullable Date expires, @Nullable Date issued) {
        if (expires == null || issued == null) {
            return Optional.of("It does not say when it was issued (iat) and when it expires (exp).");
        }
        Instant now = clock.instant();
        if (expires.toInstant().isBefore(now.minus(WRONG_CLOCK))) {
            return Optional.of("It has expired.");
        }
        if (issued.toInstant().isAfter(now.plus(WRONG_CLOCK))) {
            return Optional.of("It is issued in the future.");
        }
        return expires.toInstant().isAfter(now.plus(LONGEST_LIFE).plus(WRONG_CLOCK))
                ? Optional.of("It expires in more than an hour; messages are to be short-lived.")
                : Optional.empty();
    }

    private JWKSource<SecurityContext> keysAt(String address) {
        return (selector, context) -> {
            Fetched known = keys(address, Optional.empty());
            List<JWK> found = selector.select(known.keys());
            return found.isEmpty() && known.at().isBefore(clock.instant().minus(NOT_SOONER))
                    ? selector.select(keys(address, Optional.of(known)).keys())
                    : found;
        };
    }

    private Fetched keys(String address, Optional<Fetched> stale) throws KeySourceException {
        Fetched known = fetched.getIfPresent(address);
        if (known != null && stale.isEmpty()) {
            return known;
        }
        OutsideCalls.Answer answer =
                calls.make(OutsideCalls.Call.get(address, Map.of("Accept", "application/json")), LARGEST_KEYS);
        if (!(answer instanceof OutsideCalls.Answer.Came came) || !came.good()) {
            throw new KeySourceException("nothing that can be read is at " + address);
        }
        try {
            Fetched now = new Fetched(JWKSet.parse(came.text()), clock.instant());
            fetched.put(address, now);
            return now;
        } catch (ParseException e) {
            throw new KeySourceException("what is at " + address + " is no JWK set", e);
        }
    }
}
