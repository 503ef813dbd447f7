package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.exchange.ImportCommand;
import org.ownpath.exchange.qti.QtiExport;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions that come in by a file. */
class QuestionImportTest extends SchoolTest {

    @Autowired
    ImportCommand command;

    @Autowired
    ItemBanks banks;

    @Autowired
    QtiExport export;

    @TempDir
    Path folder;

    private String run(Path file, boolean dryRun, Map<String, String> options) {
        Viewer philippa = viewer("philippa.crane@northside.example");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        as(
                philippa,
                () -> command.run(
                        "questions",
                        List.of(file),
                        dryRun,
                        options,
                        philippa,
                        new PrintStream(said, true, StandardCharsets.UTF_8)));
        return said.toString(StandardCharsets.UTF_8);
    }

    private Bank bank(String title) {
        Viewer philippa = viewer("philippa.crane@northside.example");
        return as(philippa, () -> banks.banks(philippa)).stream()
                .filter(bank -> bank.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<Item> items(String title) {
        Viewer philippa = viewer("philippa.crane@northside.example");
        return as(philippa, () -> banks.items(philippa, bank(title).id()));
    }

    @Test
    void a_bank_goes_out_as_a_package_and_comes_in_as_drafts_of_the_same_questions() throws IOException {
        Viewer philippa = viewer("philippa.crane@northside.example");
        Path file = folder.resolve("bank.zip");
        try (var out = Files.newOutputStream(file)) {
            as(philippa, () -> {
                try {
                    export.write(philippa, bank("Reading, grades 6 and 7"), out);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                return 0;
            });
        }

        assertThat(run(file, true, Map.of("title", "Reading copied"))).contains("17 changes", "dry run");
        assertThat(run(file, false, Map.of("title", "Reading copied"))).contains("Question: 16 new", "Applied");

        List<Item> copied = items("Reading copied");
        assertThat(copied).allMatch(item -> item.state() == Item.State.DRAFT);
        assertThat(copied)
                .extracting(Item::content)
                .containsExactlyInAnyOrderElementsOf(items("Reading, grades 6 and 7").stream()
                        .map(Item::content)
                        .toList());
        assertThat(run(file, false, Map.of("title", "Reading copied"))).contains("0 changes");
    }

    @Test
    void questions_that_name_no_competency_ask_for_one() throws IOException {
        Path file = folder.resolve("problems.jsonl");
        Files.writeString(file, """
                {"title": "T", "body": "Solve", "steps": {"s1": {"id": "s1", "stepTitle": "$$2x=4$$", "stepBody": "", \
                "stepAnswer": ["$$x=2$$"], "problemType": "TextBox", "answerType": "arithmetic", "skills": ["unknown"]}}}
                """);
        assertThat(run(file, false, Map.of("title", "Algebra"))).contains("row 1", "names no competency", "unknown");
        assertThat(run(file, false, Map.of("title", "Algebra", "competency", "MA.8.EQN")))
                .contains("Question: 1 new");
    }

    @Test
    void the_algebra_problems_of_oatutor_come_in() {
        Optional<Path> problems = SharedFile.named("oatutor/algebra-problems.jsonl.gz");
        assumeTrue(problems.isPresent(), "skipped: no OATutor problems in shared/data above here or in OWNPATH_DATA");
        String said = run(problems.get(), false, Map.of("title", "OATutor algebra", "competency", "MA.8.EQN"));
        assertThat(said).contains("Applied", "Question: 4,498 new", "Question: 76 that cannot be taken");
        assertThat(items("OATutor algebra")).hasSizeGreaterThan(4000);
    }
}
