package org.ownpath.exchange.xapi;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.StudentId;
import tools.jackson.databind.JsonNode;

/**
 * A statement as others read it here.
 *
 * @param sentBy the account of the program that sent it
 * @param student who acts, if it is one student of the roster
 */
public record LearningRecord(UUID id, AccountId sentBy, Optional<StudentId> student, JsonNode statement) {

    static LearningRecord of(Viewer by, NewStatement kept, Optional<StudentId> student) {
        return new LearningRecord(kept.id(), by.account(), student, kept.body());
    }

    /** The IRI of its verb. */
    public String verb() {
        return statement.path("verb").path("id").asString("");
    }

    /** The IRI of the activity that it is about; empty when it is about something else. */
    public Optional<String> activity() {
        JsonNode object = statement.path("object");
        return object.path("objectType").asString("Activity").equals("Activity")
                ? Optional.of(object.path("id").asString(""))
                : Optional.empty();
    }

    /** When it happened. */
    public Instant happenedAt() {
        return Moments.moment(Part.of("timestamp", statement.path("timestamp")), XapiVersion.ONE);
    }

    /** Whether it takes another back. */
    public boolean voids() {
        return verb().equals(StatementCheck.VOIDED);
    }

    /** What was done and to what, in the words that the program sent along. */
    public String words() {
        if (voids()) {
            return "took back what it had sent";
        }
        String verb = inWords(statement.path("verb").path("display"), verb());
        JsonNode object = statement.path("object");
        return verb + " "
                + inWords(
                        object.path("definition").path("name"),
                        object.path("id").asString("something"));
    }

    /** What the activity is called, or its IRI. */
    public String task() {
        JsonNode object = statement.path("object");
        return inWords(object.path("definition").path("name"), object.path("id").asString("something"));
    }

    /** Who acts, as the program calls them. */
    public String actor() {
        JsonNode actor = statement.path("actor");
        String known = Identifier.of(actor)
                .map(agent -> agent.rosterName().orElseGet(() -> agent.value().asString("")))
                .orElse("a group");
        return actor.has("name") ? actor.path("name").asString() + " (" + known + ")" : known;
    }

    private static String inWords(JsonNode languages, String otherwise) {
        JsonNode english = languages.get("en-US");
        JsonNode any = english == null && languages.iterator().hasNext()
                ? languages.iterator().next()
                : english;
        String last = otherwise.substring(Math.max(otherwise.lastIndexOf('/'), otherwise.lastIndexOf(':')) + 1);
        return any == null ? last : any.asString(last);
    }
}
