package org.ownpath.exchange.xapi.cmi5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ownpath.exchange.xapi.LearningRecord;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the specification demands of the statements of a unit, each demand by its name. A case is a line of {@code
 * demands.txt}: whether it is taken or refused, what has happened before, which statement it is, and what is changed in it.
 */
class UnitSpeechTest {

    private static final Instant BEGAN = Instant.parse("2026-03-02T10:00:00Z");
    private static final String ACTIVITY = "https://school.example/units/1";
    private static final UUID SESSION = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID REGISTRATION = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final String AGENT =
            "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"https://school.example\",\"name\":\"7\"}}";

    /** A demand. */
    record Demand(boolean taken, String before, String kind, String sentence, String place, String value) {

        @Override
        public String toString() {
            return sentence + (taken ? " (taken: " : " (refused: ") + String.join(" ", before, kind, place, value)
                    + ")";
        }
    }

    static Stream<Demand> demands() throws IOException {
        List<Demand> demands = new ArrayList<>();
        String sentence = "";
        try (InputStream file = Objects.requireNonNull(UnitSpeechTest.class.getResourceAsStream("/cmi5/demands.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("# ")) {
                    sentence = line.substring(2);
                } else if (!line.isBlank()) {
                    String[] columns = line.split(" ", 5);
                    demands.add(new Demand(
                            columns[0].equals("+"),
                            columns[1],
                            columns[2],
                            sentence,
                            columns.length < 4 ? "-" : columns[3],
                            columns.length < 5 ? "" : columns[4]));
                }
            }
        }
        return demands.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("demands")
    void the_specification_says(Demand demand) {
        UnitSpeech speech = new UnitSpeech(
                visit(demand.before()),
                unit(),
                progress(demand.before()),
                CourseAddress.JSON.readTree(AGENT),
                ACTIVITY);
        ObjectNode statement = inOrder(demand.kind());
        if (!demand.place().equals("-")) {
            change(statement, List.of(demand.place().split("/", -1)), demand.value());
        }
        LearningRecord record = new LearningRecord(UUID.randomUUID(), AccountId.next(), Optional.empty(), statement);
        assertThat(speech.problem(record).isEmpty())
                .as(speech.problem(record).orElse("taken"))
                .isEqualTo(demand.taken());
    }

    private static Visit visit(String before) {
        boolean begun = !before.equals("nothing");
        Set<String> said = switch (before) {
            case "nothing" -> Set.of();
            case "passed" -> Set.of(Verbs.INITIALIZED, Verbs.PASSED);
            case "failed" -> Set.of(Verbs.INITIALIZED, Verbs.FAILED);
            case "completed" -> Set.of(Verbs.INITIALIZED, Verbs.COMPLETED);
            case "terminated" -> Set.of(Verbs.INITIALIZED, Verbs.TERMINATED);
            default -> Set.of(Verbs.INITIALIZED);
        };
        return new Visit(
                SESSION,
                new Visit.On(REGISTRATION, CourseId.next(), 1, PersonId.next()),
                before.equals("browse")
                        ? Visit.Mode.BROWSE
                        : before.equals("review") ? Visit.Mode.REVIEW : Visit.Mode.NORMAL,
                BEGAN,
                BEGAN,
                said,
                begun ? Optional.of(BEGAN) : Optional.empty(),
                before.equals("terminated") ? Optional.of(BEGAN.plusSeconds(60)) : Optional.empty(),
                Optional.empty());
    }

    private static Progress progress(String before) {
        return switch (before) {
            case "passed", "passed-earlier" -> Progress.NONE.passed(BEGAN, java.util.OptionalDouble.empty());
            case "failed", "failed-earlier" -> Progress.NONE.failed(BEGAN, java.util.OptionalDouble.empty());
            case "completed", "completed-earlier" -> Progress.NONE.completed(BEGAN);
            default -> Progress.NONE;
        };
    }

    private static CourseStructure.Unit unit() {
        return new CourseStructure.Unit(
                1,
                "https://publisher.example/u1",
                new CourseStructure.Named("A unit", ""),
                List.of(),
                new CourseStructure.Start("index.html", false, Optional.empty(), Optional.empty()),
                new CourseStructure.Asks(MoveOn.PASSED, Optional.of(new BigDecimal("0.8"))));
    }

    private static ObjectNode inOrder(String kind) {
        ObjectNode statement = CourseAddress.JSON.createObjectNode();
        statement.put("timestamp", "2026-03-02T10:00:30Z");
        statement.set("actor", CourseAddress.JSON.readTree(AGENT));
        String verb =
                kind.equals("allowed") ? "https://verbs.example/looked" : "http://adlnet.gov/expapi/verbs/" + kind;
        statement.putObject("verb").put("id", verb);
        statement.putObject("object").put("id", kind.equals("allowed") ? "https://publisher.example/page" : ACTIVITY);
        ObjectNode context = statement.putObject("context");
        context.put("registration", REGISTRATION.toString());
        ObjectNode extensions = context.putObject("extensions").put(Verbs.SESSION, SESSION.toString());
        ObjectNode activities = context.putObject("contextActivities");
        activities.putArray("grouping").addObject().put("id", "https://publisher.example/u1");
        if (!kind.equals("allowed")) {
            activities.putArray("category").addObject().put("id", Verbs.CATEGORY);
        }
        result(kind).ifPresent(result -> statement.set("result", CourseAddress.JSON.readTree(result)));
        if (Set.of("completed", "passed", "failed").contains(kind)) {
            activities.withArray("category").addObject().put("id", Verbs.CATEGORY_MOVE_ON);
        }
        if (Set.of("passed", "failed").contains(kind)) {
            extensions.put(Verbs.MASTERY_SCORE, new BigDecimal("0.8"));
        }
        return statement;
    }

    private static Optional<String> result(String kind) {
        return switch (kind) {
            case "completed" -> Optional.of("{\"completion\":true,\"duration\":\"PT1M\"}");
            case "passed" -> Optional.of("{\"success\":true,\"duration\":\"PT1M\",\"score\":{\"scaled\":0.9}}");
            case "failed" -> Optional.of("{\"success\":false,\"duration\":\"PT1M\",\"score\":{\"scaled\":0.3}}");
            case "terminated" -> Optional.of("{\"duration\":\"PT1M\"}");
            default -> Optional.empty();
        };
    }

    private static void change(JsonNode within, List<String> path, String value) {
        ObjectNode holder = (ObjectNode) within;
        // names of extensions have slashes themselves
        String name = holder.has(path.get(0)) && path.size() > 1 ? path.get(0) : String.join("/", path);
        if (!name.equals(String.join("/", path))) {
            change(holder.get(name), path.subList(1, path.size()), value);
        } else if (value.isEmpty()) {
            holder.remove(name);
        } else {
            holder.set(name, CourseAddress.JSON.readTree(value));
        }
    }
}
