package org.ownpath.exchange.badges;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.ownpath.exchange.FromAddress;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.StrictJson;
import org.springframework.stereotype.Component;

/**
 * The front door for checking a credential, from wherever it comes: Open Badges 3.0, CLR 2.0 and endorsements, with a proof
 * of eddsa-rdfc-2022 or as a signed token (EdDSA, ES256, RS256). Nothing is kept of what is checked.
 */
@Component
public class Verification {

    /** The most that a credential may be long: a record of a whole schooling has a quarter of it. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private final FromAddress web;
    private final PublishedByDistricts published;
    private final Clock clock;

    Verification(FromAddress web, PublishedByDistricts published, Clock clock) {
        this.web = web;
        this.published = published;
        this.clock = clock;
    }

    /** What comes of checking a text: JSON, a signed token, or a picture with one of these inside. */
    public Verdict of(String text) {
        String given = BakedPicture.opened(text.strip());
        if (given.isEmpty()) {
            return new Verdict.Unreadable(
                    "There is nothing to check yet. Paste a credential, choose its file, or give its address.");
        }
        if (given.length() > MOST_BYTES) {
            return new Verdict.Unreadable("It is longer than 4 MB, which no credential is.");
        }
        Examination examination = new Examination(new Lookups(this::ask), clock.instant());
        return StrictJson.object(given)
                .map(examination::ofDocument)
                .or(() -> Jws.read(given).map(token -> examination.ofToken(token, given)))
                .orElseGet(() -> new Verdict.Unreadable(
                        "This is no credential: it is neither JSON nor a signed token. Copy the whole of it, or choose the "
                                + "file as you got it."));
    }

    /** What comes of checking what lies at an address of the web. */
    public Verdict at(String address) {
        Read<byte[]> answer = ask(address.strip());
        return answer instanceof Read.Parsed<byte[]> parsed
                ? of(new String(parsed.value(), StandardCharsets.UTF_8))
                : new Verdict.Unreadable(
                        ((Read.Unreadable<byte[]>) answer).problems().get(0).message());
    }

    /** What this installation publishes is at hand; everything else is asked for. */
    private Read<byte[]> ask(String address) {
        Optional<Read<byte[]>> own = published.at(address);
        return own.orElseGet(() -> web.fetch(address, MOST_BYTES));
    }
}
