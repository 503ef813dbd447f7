package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The walls between rooms: each depends on those below it only, as ARCHITECTURE.md says. */
class WallsTest {

    private static final String ROOT = "org.ownpath.";
    private static final Set<String> FOUNDATION = Set.of("shared", "access", "engine");

    /** Room, and the rooms that it may call besides the foundation. */
    private static final Map<String, Set<String>> MAY_CALL = Map.ofEntries(
            Map.entry("policy", Set.of()),
            Map.entry("roster", Set.of()),
            Map.entry("framework", Set.of()),
            Map.entry("evidence", Set.of("roster", "framework", "policy")),
            Map.entry("assessment", Set.of("evidence", "framework", "roster", "policy")),
            Map.entry("mastery", Set.of("evidence", "framework", "policy")),
            Map.entry("pathway", Set.of("mastery", "framework", "policy", "assessment", "roster")),
            Map.entry("insight", Set.of("mastery", "evidence", "policy", "roster", "framework")),
            Map.entry("support", Set.of("pathway", "mastery", "evidence", "framework", "roster", "policy")),
            Map.entry("credential", Set.of("mastery", "evidence", "roster", "policy", "framework")),
            Map.entry("messages", Set.of("support", "mastery", "assessment", "roster", "framework", "credential")));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ownpath");

    @Test
    void each_room_calls_only_the_rooms_below_it() {
        assertThat(violations(PRODUCT)).isEmpty();
    }

    @Test
    void a_planted_call_upward_turns_the_wall_red() {
        JavaClasses planted = new ClassFileImporter().importPackages("org.ownpath.framework.planted");
        assertThat(planted).isNotEmpty();
        assertThat(violations(planted))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("framework calls mastery"));
    }

    @Test
    void only_insight_reads_demographics_of_students() {
        JavaClass demographics = PRODUCT.get("org.ownpath.roster.Demographics");
        assertThat(demographics.getDirectDependenciesToSelf())
                .extracting(d -> room(d.getOriginClass()))
                .isNotEmpty()
                .allMatch(Set.of("insight", "roster")::contains);
    }

    @Test
    void the_engine_knows_no_framework_no_sql_and_no_clock() {
        List<String> outside = PRODUCT.stream()
                .filter(c -> room(c).equals("engine"))
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(d -> d.getTargetClass().getPackageName())
                .filter(p -> p.startsWith("org.springframework") || p.startsWith("java.sql") || p.contains("jdbc"))
                .toList();
        assertThat(outside).isEmpty();
    }

    private static Set<String> violations(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass from : classes) {
            String room = room(from);
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String other = room(dependency.getTargetClass());
                if (!allowed(room, other)) {
                    found.add(room + " calls " + other + ": " + dependency.getDescription());
                }
            }
        }
        return found;
    }

    private static boolean allowed(String room, String other) {
        if (other.isEmpty() || room.equals(other) || room.isEmpty()) {
            return true;
        }
        return switch (room) {
            case "engine" -> false;
            case "shared" -> other.equals("engine");
            case "access" -> other.equals("shared");
            case "portal" -> !Set.of("launch", "northside").contains(other);
            case "exchange" -> !Set.of("launch", "northside", "portal").contains(other);
            case "northside", "launch" -> true;
            default ->
                FOUNDATION.contains(other)
                        || MAY_CALL.getOrDefault(room, Set.of()).contains(other);
        };
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
