package org.ownpath.exchange.caseframework;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ownpath.shared.DistrictId;

/**
 * The identifiers by which the world knows a framework and its parts. What came with an identifier keeps it; everything
 * else gets one that follows from the district and its own key, and so is the same for ever.
 */
final class CaseIds {

    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final DistrictId district;
    private final String framework;

    CaseIds(DistrictId district, String framework) {
        this.district = district;
        this.framework = framework;
    }

    static boolean isOne(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    String ofFramework() {
        return isOne(lower(framework)) ? lower(framework) : named(district + "|" + framework);
    }

    String ofItem(String sourceId) {
        return isOne(lower(sourceId)) ? lower(sourceId) : named(district + "|" + framework + "|" + sourceId);
    }

    /** Of something that has no key but what it belongs to: the same wherever the framework goes. */
    String ofPart(String kind, String... names) {
        return named(ofFramework() + "|" + kind + "|" + String.join("|", names));
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
