package org.ownpath.exchange.xapi.cmi5;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.ownpath.exchange.xapi.LearningRecords;
import org.ownpath.shared.TimeOrdered;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What the product itself tells about courses, as the standard has its own statements. */
@Component
class CourseStatements {

    /** The store asks those who follow it, of whom this room is one: it is looked up when it is needed. */
    private final ObjectProvider<LearningRecords> records;

    private final CourseAddress address;
    private final Clock clock;

    CourseStatements(ObjectProvider<LearningRecords> records, CourseAddress address, Clock clock) {
        this.records = records;
        this.address = address;
        this.clock = clock;
    }

    /** What a statement is about: how it is known here and to its publisher. */
    private record About(String iri, String publisherId, String type, String title) {}

    void launched(Visit visit, Course course, CourseStructure.Unit unit) {
        ObjectNode statement = statement(Verbs.LAUNCHED, visit, unit(course, unit));
        ObjectNode extensions = extensions(statement);
        extensions.put(Verbs.LAUNCH_MODE, visit.mode().code());
        extensions.put(
                Verbs.LAUNCH_URL,
                unit.start().elsewhere()
                        ? unit.start().url()
                        : address.fileInWords(course.id(), unit.start().url()));
        extensions.put(Verbs.MOVE_ON, unit.asks().moveOn().code());
        unit.asks().masteryScore().ifPresent(score -> extensions.put(Verbs.MASTERY_SCORE, score));
        unit.start().parameters().ifPresent(told -> extensions.put(Verbs.LAUNCH_PARAMETERS, told));
        keep(statement);
    }

    void abandoned(Visit visit, Course course, CourseStructure.Unit unit) {
        ObjectNode statement = statement(Verbs.ABANDONED, visit, unit(course, unit));
        Duration lasted = Duration.between(visit.openedAt(), visit.lastAt());
        statement
                .putObject("result")
                .put(
                        "duration",
                        Duration.ofSeconds(Math.max(0, lasted.toSeconds())).toString());
        keep(statement);
    }

    /** Somebody need not do a unit. A session of its own, as the standard wants it. */
    void waived(Visit.On on, UUID session, Course course, CourseStructure.Unit unit, String reason) {
        ObjectNode statement = statement(Verbs.WAIVED, on, session, unit(course, unit));
        ((ObjectNode) statement.path("context").path("contextActivities"))
                .withArray("category")
                .addObject()
                .put("id", Verbs.CATEGORY_MOVE_ON);
        statement
                .putObject("result")
                .put("success", true)
                .put("completion", true)
                .putObject("extensions")
                .put(Verbs.REASON, reason);
        keep(statement);
    }

    void satisfied(Visit.On on, UUID session, Course course, CourseStructure.Block block) {
        keep(statement(
                Verbs.SATISFIED,
                on,
                session,
                new About(
                        address.iri(course.id(), block),
                        block.id(),
                        Verbs.TYPE_BLOCK,
                        block.named().title())));
    }

    void satisfied(Visit.On on, UUID session, Course course) {
        keep(statement(
                Verbs.SATISFIED,
                on,
                session,
                new About(address.iri(course.id()), course.structure().id(), Verbs.TYPE_COURSE, course.title())));
    }

    private About unit(Course course, CourseStructure.Unit unit) {
        return new About(
                address.iri(course.id(), unit), unit.id(), "", unit.named().title());
    }

    private ObjectNode statement(String verb, Visit visit, About about) {
        return statement(verb, visit.on(), visit.id(), about);
    }

    private ObjectNode statement(String verb, Visit.On on, UUID session, About about) {
        ObjectNode statement = CourseAddress.JSON.createObjectNode();
        statement.put("id", TimeOrdered.next().toString());
        statement.put("timestamp", clock.instant().toString());
        statement.set("actor", address.agent(on.person()));
        String word = verb.substring(verb.lastIndexOf('/') + 1);
        statement.putObject("verb").put("id", verb).putObject("display").put("en-US", word.toLowerCase(Locale.ROOT));
        ObjectNode object = statement.putObject("object").put("id", about.iri());
        ObjectNode definition = object.putObject("definition");
        definition.putObject("name").put("en-US", about.title());
        if (!about.type().isEmpty()) {
            definition.put("type", about.type());
        }
        ObjectNode context = statement.putObject("context");
        context.put("registration", on.registration().toString());
        ObjectNode activities = context.putObject("contextActivities");
        activities.putArray("category").addObject().put("id", Verbs.CATEGORY);
        activities.putArray("grouping").addObject().put("id", about.publisherId());
        context.putObject("extensions").put(Verbs.SESSION, session.toString());
        return statement;
    }

    private static ObjectNode extensions(ObjectNode statement) {
        return (ObjectNode) statement.path("context").path("extensions");
    }

    private void keep(ObjectNode statement) {
        records.getObject().keep(LearningRecords.ownpath(), statement.toString());
    }
}
