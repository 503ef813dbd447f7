package org.ownpath.exchange.xapi;

import java.util.Set;
import java.util.regex.Pattern;

/** What the standard demands of a statement. The first thing that is wrong is told, with its place. */
final class StatementCheck {

    /** The verb that takes a statement back. */
    static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    private static final Set<String> STATEMENT = Set.of(
            "id",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments");
    private static final Set<String> SUB_STATEMENT =
            Set.of("objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments");
    private static final Pattern SHA2 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(\\s*;.*)?");

    private final XapiVersion version;

    StatementCheck(XapiVersion version) {
        this.version = version;
    }

    void statement(Part part) {
        part.only(STATEMENT)
                .with("id", Part::uuid)
                .with("stored", stored -> Moments.moment(stored, version))
                .with("authority", ActorCheck::authority)
                .with("version", StatementCheck::versionNamed);
        told(part);
        boolean voids = part.child("verb").child("id").text().equals(VOIDED);
        if (voids && !objectType(part.child("object")).equals("StatementRef")) {
            throw part.child("object").wrong("a statement that voids has a StatementRef as its object.");
        }
    }

    /** What statements and statements within statements have in common. */
    private void told(Part part) {
        ActorCheck.actor(part.child("actor"));
        verb(part.child("verb"));
        object(part.child("object"), part.name().equals("object"));
        part.with("result", ResultCheck::result)
                .with("timestamp", moment -> Moments.moment(moment, version))
                .with("attachments", attachments -> attachments.items().forEach(StatementCheck::attachment))
                .with("context", context -> new ContextCheck(version).context(context, part.child("object")));
    }

    private static void verb(Part part) {
        part.only(Set.of("id", "display"))
                .with("display", Part::languageMap)
                .child("id")
                .iri();
    }

    private void object(Part part, boolean within) {
        switch (objectType(part)) {
            case "Activity" -> ActivityCheck.activity(part);
            case "Agent" -> ActorCheck.agent(part);
            case "Group" -> ActorCheck.group(part);
            case "StatementRef" -> reference(part);
            case "SubStatement" -> subStatement(part, within);
            default ->
                throw part.child("objectType")
                        .wrong("it is none of Activity, Agent, Group, StatementRef and SubStatement.");
        }
    }

    private void subStatement(Part part, boolean within) {
        if (within) {
            throw part.wrong("a statement within a statement holds no other.");
        }
        told(part.only(SUB_STATEMENT));
    }

    static String objectType(Part object) {
        return object.object().maybe("objectType").map(Part::text).orElse("Activity");
    }

    static void reference(Part part) {
        part.only(Set.of("objectType", "id")).child("id").uuid();
        part.child("objectType").oneOf(Set.of("StatementRef"));
    }

    private static void attachment(Part part) {
        part.only(Set.of("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl"))
                .with("description", Part::languageMap)
                .with("fileUrl", Part::iri);
        part.child("usageType").iri();
        part.child("display").languageMap();
        part.child("contentType").matching(MEDIA_TYPE, "a media type such as image/png");
        part.child("sha2").matching(SHA2, "a SHA-256 sum of 64 hexadecimal digits");
        Part length = part.child("length");
        if (!length.node().isIntegralNumber() || length.number() < 0) {
            throw length.wrong("it has to be a whole number of bytes.");
        }
    }

    private static void versionNamed(Part part) {
        String said = part.text();
        if (XapiVersion.named(said).isEmpty()) {
            throw part.wrong("'" + said + "' is no version that is spoken here (2.0.0 or 1.0.3).");
        }
    }
}
