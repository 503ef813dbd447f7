package org.ownpath.exchange.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What another system may be told of. */
public enum WebhookEvent {
    EVIDENCE_RECORDED("Evidence is recorded"),
    MASTERY_REACHED("Mastery is reached"),
    BADGE_ISSUED("A badge is given"),
    IMPORT_FINISHED("An import has ended"),
    TEST_SENT("An administrator tries it");

    private final String words;

    WebhookEvent(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    /** As messages name it: "evidence.recorded". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Whether it is chosen; a test is sent when an administrator asks for it. */
    public boolean chosen() {
        return this != TEST_SENT;
    }

    /** The event that a code names. */
    public static Optional<WebhookEvent> ofCode(String code) {
        return Arrays.stream(values())
                .filter(event -> event.code().equals(code))
                .findFirst();
    }
}
