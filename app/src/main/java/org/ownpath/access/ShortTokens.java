package org.ownpath.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tokens for an hour, which a program is given for its own (OAuth 2 client credentials). One is the program's token, sealed
 * with the hour at which it ends: nothing is stored, and with the program's token it ends at once.
 */
@Component
class ShortTokens {

    static final Duration LASTS = Duration.ofHours(1);

    private static final String PREFIX = "own1h_";
    private static final String PURPOSE = "short token";

    private final Sealing sealing;
    private final Clock clock;

    ShortTokens(Sealing sealing, Clock clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    String of(String secret) {
        String content = clock.instant().plus(LASTS).getEpochSecond() + " " + secret;
        byte[] sealed = sealing.seal(content.getBytes(StandardCharsets.UTF_8), PURPOSE);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The program's token for which one was given; empty where this is none, has ended or was made by somebody else. */
    Optional<String> secretOf(String token) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token.substring(PREFIX.length()));
            String content = new String(sealing.open(sealed, PURPOSE), StandardCharsets.UTF_8);
            int end = content.indexOf(' ');
            Instant ends = Instant.ofEpochSecond(Long.parseLong(content.substring(0, end)));
            return ends.isAfter(clock.instant()) ? Optional.of(content.substring(end + 1)) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException noneOfOurs) {
            return Optional.empty();
        }
    }

    static boolean isOne(String token) {
        return token.startsWith(PREFIX);
    }
}
