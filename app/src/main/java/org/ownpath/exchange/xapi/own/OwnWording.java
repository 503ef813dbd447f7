package org.ownpath.exchange.xapi.own;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.HomeAddress;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Entry;
import org.ownpath.exchange.xapi.LearningRecords;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what happened as a statement: scored in a competency, or achieved, by the learner competency profile. Students are
 * named by their id here alone, as an account of this installation.
 */
@Component
class OwnWording {

    /** Names whatever the product itself tells. */
    private static final UUID SPACE = LearningRecords.OWNPATH.value();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCORED = "http://adlnet.gov/expapi/verbs/scored";
    private static final String ACHIEVED = "https://w3id.org/xapi/tla/verbs/achieved";
    private static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";
    private static final String COMPETENCY = "https://w3id.org/xapi/tla/activity-types/competency";
    private static final String PROFILE = "https://w3id.org/xapi/learnercompetency/1.0";

    private final String home;

    OwnWording(HomeAddress address) {
        this.home = address.toString();
    }

    /** A statement and its id. */
    record Told(UUID id, String json) {}

    /** That evidence was recorded; empty where there is no rating to tell. */
    Optional<Told> recorded(Entry entry, Competency competency, Scale scale) {
        if (!(entry.result() instanceof Result.Rated rated) || scale.highest() <= scale.lowest()) {
            return Optional.empty();
        }
        ObjectNode statement = statement(idOf(entry), SCORED, entry.shownAt());
        about(statement, entry.student(), competency);
        ObjectNode score = statement.putObject("result").putObject("score");
        score.put("raw", rated.value()).put("min", scale.lowest()).put("max", scale.highest());
        score.put("scaled", (rated.value() - scale.lowest()) / (scale.highest() - scale.lowest()));
        return Optional.of(told(statement));
    }

    /** That a competency was mastered. */
    Told mastered(Standing standing, Competency competency) {
        Instant at = standing.masteredAt().orElseThrow();
        ObjectNode statement =
                statement(named("mastered " + standing.student() + " " + competency.id() + " " + at), ACHIEVED, at);
        about(statement, standing.student(), competency);
        statement
                .putObject("context")
                .putObject("contextActivities")
                .putArray("category")
                .addObject()
                .put("id", PROFILE);
        return told(statement);
    }

    /** The id of the statement that tells of an entry. */
    static UUID idOf(Entry entry) {
        return named("recorded " + entry.piece() + " " + entry.student() + " " + entry.competency());
    }

    /** That the evidence of which a statement told was corrected or taken back. */
    Told takenBack(UUID statement, Instant at) {
        UUID id = named("taken back " + statement);
        ObjectNode voiding = statement(id, VOIDED, at);
        voiding.putObject("actor")
                .put("objectType", "Agent")
                .putObject("account")
                .put("homePage", home)
                .put("name", "ownpath");
        voiding.putObject("object").put("objectType", "StatementRef").put("id", statement.toString());
        return told(voiding);
    }

    private static UUID named(String name) {
        return TimeOrdered.named(SPACE, name);
    }

    private static ObjectNode statement(UUID id, String verb, Instant at) {
        ObjectNode statement = JSON.createObjectNode();
        statement.put("id", id.toString());
        ObjectNode did = statement.putObject("verb").put("id", verb);
        did.putObject("display").put("en-US", verb.substring(verb.lastIndexOf('/') + 1));
        statement.put("timestamp", at.toString());
        return statement;
    }

    private void about(ObjectNode statement, StudentId student, Competency competency) {
        statement
                .putObject("actor")
                .put("objectType", "Agent")
                .putObject("account")
                .put("homePage", home)
                .put("name", student.toString());
        ObjectNode object = statement.putObject("object").put("id", home + "/competencies/" + competency.id());
        ObjectNode definition = object.putObject("definition").put("type", COMPETENCY);
        definition.putObject("name").put("en-US", competency.title());
        definition.putObject("description").put("en-US", competency.statement());
    }

    private static Told told(ObjectNode statement) {
        return new Told(UUID.fromString(statement.path("id").asString()), statement.toString());
    }
}
