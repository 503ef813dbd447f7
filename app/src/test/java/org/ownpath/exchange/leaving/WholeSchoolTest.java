package org.ownpath.exchange.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.SchoolTest;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;
import org.ownpath.exchange.ImportCommand;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.caseframework.OpenFrameworks;
import org.ownpath.exchange.oneroster.OneRosterWriter;
import org.ownpath.exchange.oneroster.OneRosterZip;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.ChoicesJson;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Scope;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.RosterExport;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** A school that leaves takes everything along, and it means the same elsewhere. */
class WholeSchoolTest extends SchoolTest {

    @Autowired
    WholeSchool school;

    @Autowired
    RosterExport roster;

    @Autowired
    OpenFrameworks frameworks;

    @Autowired
    ImportCommand imports;

    @Autowired
    DesignChoices choices;

    @Autowired
    TravellingChoices travelling;

    @Autowired
    Mastery mastery;

    @TempDir
    Path folder;

    private Viewer philippa() {
        return viewer("philippa.crane@northside.example");
    }

    private Viewer newcomer() {
        DistrictId district = accounts.openDistrict("taken-along", "Taken Along");
        Viewer founder = new Viewer(
                AccountId.next(), district, PersonId.next(), "Head", Set.of(Role.ADMINISTRATOR, Role.LEADER));
        return as(founder, () -> {
            accounts.open(List.of(new Accounts.NewAccount(
                    founder.person(),
                    "head@taken-along.example",
                    Accounts.NO_PASSWORD,
                    "Head",
                    Set.of(Role.ADMINISTRATOR, Role.LEADER))));
            return viewer("head@taken-along.example");
        });
    }

    private Map<String, byte[]> everything() throws IOException {
        return everything(philippa());
    }

    private Map<String, byte[]> everything(Viewer viewer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        as(viewer, () -> {
            try {
                school.write(viewer, out);
                return out;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private void take(Viewer viewer, String kind, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int code = as(
                viewer,
                () -> imports.run(
                        kind,
                        List.of(file),
                        false,
                        Map.of(),
                        viewer,
                        new PrintStream(told, true, StandardCharsets.UTF_8)));
        assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** Each judgement by the keys that go along. */
    private Map<String, String> judgements(Viewer viewer) {
        return as(viewer, () -> {
            RosterExport.Everybody everybody = roster.everybody(viewer);
            Map<CompetencyId, String> identifiers = frameworks.identifiers();
            Map<String, String> told = new TreeMap<>();
            for (PersonId person : everybody.here()) {
                for (Standing standing :
                        mastery.of(new StudentId(person.value())).values()) {
                    String competency = identifiers.get(standing.competency());
                    if (competency != null) {
                        told.put(
                                everybody.keys().get(person) + " " + competency,
                                standing.state() + " " + standing.value() + " " + standing.pieces() + " "
                                        + standing.masteredAt());
                    }
                }
            }
            return told;
        });
    }

    @Test
    void an_empty_district_that_takes_everything_in_has_the_same_judgements_and_gives_the_same_away()
            throws IOException {
        ChoiceDraft.RuleChange own = ruleOfOneCompetency();
        adopt(ChoiceDraft.EMPTY.with(own));
        try {
            Map<String, byte[]> files = everything();
            assertThat(files).containsKeys("README.txt", "design-choices.json", "roster.zip", "evidence.csv");
            Viewer head = newcomer();
            takeAllIn(head, files);
            assertThat(judgements(philippa())).hasSizeGreaterThan(500);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(difference(judgements(philippa()), judgements(head)))
                            .isEmpty());
            Map<String, byte[]> again = everything(head);
            assertThat(lines(again, "design-choices.json")).isEqualTo(lines(files, "design-choices.json"));
            assertThat(again.keySet().stream().filter(name -> name.startsWith("frameworks/")))
                    .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                            .filter(name -> name.startsWith("frameworks/"))
                            .toList());
        } finally {
            adopt(ChoiceDraft.EMPTY.with(own.end()));
        }
    }

    /** What is otherwise there, each with both. */
    private static Map<String, String> difference(Map<String, String> one, Map<String, String> other) {
        Map<String, String> difference = new TreeMap<>();
        one.forEach((key, value) -> {
            if (!value.equals(other.get(key))) {
                difference.put(key, value + " and " + other.get(key));
            }
        });
        other.keySet().stream()
                .filter(key -> !one.containsKey(key))
                .forEach(key -> difference.put(key, "there alone: " + other.get(key)));
        return difference;
    }

    private void takeAllIn(Viewer head, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith("frameworks/")) {
                take(head, "framework", file.getKey().substring("frameworks/".length()), file.getValue());
            }
        }
        ChoicesJson.Read read = ChoicesJson.read(
                "design-choices.json", new String(files.get("design-choices.json"), StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        Adopting adopting =
                as(head, () -> choices.adopt(head, travelling.arriving(read.draft()), Instant.now(), "Taken along."));
        assertThat(adopting).isNotInstanceOf(Adopting.Refused.class);
        take(head, "roster", "roster.zip", Objects.requireNonNull(files.get("roster.zip")));
        take(head, "evidence", "evidence.csv", Objects.requireNonNull(files.get("evidence.csv")));
    }

    /** By which many stand otherwise than by the rule of all others. */
    private ChoiceDraft.RuleChange ruleOfOneCompetency() {
        Viewer philippa = philippa();
        CompetencyId competency = as(
                philippa,
                () -> roster.everybody(philippa).here().stream()
                        .flatMap(person -> mastery.of(new StudentId(person.value())).keySet().stream())
                        .findFirst()
                        .orElseThrow());
        return new ChoiceDraft.RuleChange(
                new Scope.OneCompetency(competency),
                "The highest, at the top",
                Rule.of(new Aggregation.Highest(), Requirements.reaching(4)),
                false,
                false);
    }

    private void adopt(ChoiceDraft draft) {
        Viewer philippa = philippa();
        Adopting adopting = as(philippa, () -> choices.adopt(philippa, draft, Instant.now(), "For one alone."));
        assertThat(adopting).isNotInstanceOf(Adopting.Refused.class);
    }

    private static List<String> lines(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8)
                .lines()
                .sorted()
                .toList();
    }

    @Test
    void every_file_of_a_piece_goes_along() throws IOException {
        Map<String, byte[]> files = everything();
        List<String> listed = new String(files.get("evidence-files.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .distinct()
                .sorted()
                .toList();
        assertThat(files.keySet().stream().filter(name -> name.startsWith("files/")))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void a_roster_that_is_written_is_read_as_the_same_roster() throws IOException {
        Viewer philippa = philippa();
        RosterDraft written = as(philippa, () -> roster.everybody(philippa)).roster();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OneRosterWriter.write(written, out);
        Read<List<Source>> unpacked = new Source("roster.zip", out.toByteArray()).unpacked();
        Read<RosterDraft> read = OneRosterZip.read("roster.zip", ((Read.Parsed<List<Source>>) unpacked).value());
        RosterDraft again = ((Read.Parsed<RosterDraft>) read).value();
        assertThat(again.people().stream()
                        .map(WholeSchoolTest::essence)
                        .sorted()
                        .toList())
                .isEqualTo(written.people().stream()
                        .map(WholeSchoolTest::essence)
                        .sorted()
                        .toList());
        assertThat(again.groups())
                .extracting(RosterDraft.Group::kind, RosterDraft.Group::name, RosterDraft.Group::subject)
                .isEqualTo(written.groups().stream()
                        .map(group -> tuple(group.kind(), group.name(), group.subject()))
                        .toList());
        assertThat(again.enrolments()).hasSameSizeAs(written.enrolments());
        assertThat(again.guardians()).hasSameSizeAs(written.guardians());
        assertThat(again.demographics())
                .extracting(RosterDraft.Subgroups::traits)
                .containsExactlyInAnyOrderElementsOf(written.demographics().stream()
                        .map(RosterDraft.Subgroups::traits)
                        .filter(traits -> !traits.isEmpty())
                        .toList());
    }

    private static String essence(RosterDraft.Member person) {
        return person.key().sourceId()
                + person.givenName()
                + person.familyName()
                + person.email()
                + person.birthDate()
                + person.gradeLabel()
                + person.roles().stream().sorted().toList();
    }
}
