package org.ownpath.exchange.oneroster;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Role;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.Trait;

/** Writes a roster as a OneRoster 1.2 CSV archive, which {@link OneRosterZip} reads as the same roster. */
public final class OneRosterWriter {

    /** The columns of demographics.csv behind those that every file has; two of them are extensions. */
    public static final List<String> DEMOGRAPHICS = List.of(
            "birthDate",
            "sex",
            "americanIndianOrAlaskaNative",
            "asian",
            "blackOrAfricanAmerican",
            "nativeHawaiianOrOtherPacificIslander",
            "white",
            "demographicRaceTwoOrMoreRaces",
            "hispanicOrLatinoEthnicity",
            "metadata.englishLearner",
            "metadata.economicDisadvantage");

    private static final Map<Role, String> ROLES = Map.of(
            Role.STUDENT, "student",
            Role.TEACHER, "teacher",
            Role.LEADER, "principal",
            Role.FAMILY, "guardian",
            Role.ADMINISTRATOR, "districtAdministrator");

    private static final Map<String, String> RACES = Map.of(
            "american-indian", "americanIndianOrAlaskaNative",
            "asian", "asian",
            "black", "blackOrAfricanAmerican",
            "pacific-islander", "nativeHawaiianOrOtherPacificIslander",
            "white", "white",
            "two-or-more", "demographicRaceTwoOrMoreRaces",
            "hispanic", "hispanicOrLatinoEthnicity");

    private final Map<String, List<List<String>>> files = new LinkedHashMap<>();
    private final RosterDraft roster;

    private OneRosterWriter(RosterDraft roster) {
        this.roster = roster;
    }

    /** Writes the archive; the stream stays open. */
    public static void write(RosterDraft roster, OutputStream out) throws IOException {
        new OneRosterWriter(roster).write(out);
    }

    private void write(OutputStream out) throws IOException {
        file("orgs", "name", "type");
        roster.schools().forEach(school -> add("orgs", school.key(), school.name(), school.kind()));
        people();
        file("classes", "title", "classType", "schoolSourcedId", "subjects", "metadata.kind");
        roster.groups()
                .forEach(group -> add(
                        "classes",
                        group.key(),
                        group.name(),
                        group.kind().equals("advisory") ? "homeroom" : "scheduled",
                        group.school().orElse(""),
                        group.subject().orElse(""),
                        group.kind()));
        file("enrollments", "classSourcedId", "userSourcedId", "role", "beginDate", "endDate");
        roster.enrolments()
                .forEach(enrolment -> add(
                        "enrollments",
                        enrolment.key(),
                        enrolment.group(),
                        enrolment.person(),
                        code(enrolment.role()),
                        day(enrolment.from()),
                        day(enrolment.to())));
        demographics();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        manifest(zip);
        for (Map.Entry<String, List<List<String>>> each : files.entrySet()) {
            write(zip, each.getKey(), each.getValue());
        }
        zip.finish();
    }

    private void people() {
        Map<String, String> agents = roster.guardians().stream()
                .collect(Collectors.groupingBy(
                        RosterDraft.Guardian::student,
                        Collectors.mapping(RosterDraft.Guardian::guardian, Collectors.joining(","))));
        file("users", "enabledUser", "username", "givenName", "familyName", "email", "agentSourcedIds", "grades");
        file("roles", "userSourcedId", "roleType", "role");
        for (RosterDraft.Member person : roster.people()) {
            String id = person.key().sourceId();
            add(
                    "users",
                    person.key(),
                    "true",
                    id,
                    person.givenName(),
                    person.familyName(),
                    person.email().orElse(""),
                    agents.getOrDefault(id, ""),
                    person.gradeLabel().orElse(""));
            person.roles().stream()
                    .sorted()
                    .forEach(role -> row("roles", id + " " + role.code(), id, "primary", code(role)));
        }
    }

    private void demographics() {
        file("demographics", DEMOGRAPHICS.toArray(String[]::new));
        Map<String, Map<Trait, String>> traits = new HashMap<>();
        roster.demographics().forEach(each -> traits.put(each.student(), each.traits()));
        for (RosterDraft.Member person : roster.people()) {
            Map<Trait, String> told = traits.getOrDefault(person.key().sourceId(), Map.of());
            if (person.birthDate().isPresent() || !told.isEmpty()) {
                List<String> cells =
                        new ArrayList<>(List.of(day(person.birthDate()), told.getOrDefault(Trait.SEX, "")));
                String race = RACES.getOrDefault(told.getOrDefault(Trait.ETHNICITY, ""), "");
                DEMOGRAPHICS.stream()
                        .filter(RACES::containsValue)
                        .forEach(column -> cells.add(column.equals(race) ? "true" : ""));
                cells.add(truth(told.get(Trait.ENGLISH_LEARNER)));
                cells.add(truth(told.get(Trait.ECONOMIC_DISADVANTAGE)));
                row("demographics", person.key().sourceId(), cells.toArray(String[]::new));
            }
        }
    }

    private static String truth(@Nullable String answer) {
        return answer == null ? "" : String.valueOf(answer.equals("yes"));
    }

    private void file(String name, String... columns) {
        List<String> headings = new ArrayList<>(List.of("sourcedId", "status"));
        headings.addAll(List.of(columns));
        files.put(name, new ArrayList<>(List.of(headings)));
    }

    private void add(String file, RosterDraft.Key key, String... cells) {
        row(file, key.sourceId(), cells);
    }

    private void row(String file, String id, String... cells) {
        List<String> row = new ArrayList<>(List.of(id, ""));
        row.addAll(List.of(cells));
        files.computeIfAbsent(file, first -> new ArrayList<>()).add(row);
    }

    private void manifest(ZipOutputStream zip) throws IOException {
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("propertyName", "value"),
                List.of("manifest.version", "1.0"),
                List.of("oneroster.version", "1.2"),
                List.of("source.systemName", roster.source()),
                List.of("source.systemCode", roster.source())));
        files.keySet().forEach(name -> rows.add(List.of("file." + name, "bulk")));
        write(zip, "manifest", rows);
    }

    private static void write(ZipOutputStream zip, String name, List<List<String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(csv::writeRecord);
        }
        zip.putNextEntry(new ZipEntry(name + ".csv"));
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String code(Role role) {
        return ROLES.getOrDefault(role, "student");
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
