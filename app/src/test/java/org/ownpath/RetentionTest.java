package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Recall;
import org.ownpath.engine.Piece;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was mastered is asked again when it is likely to have faded, and what was shown then says when the next time is. */
class RetentionTest extends SchoolTest {

    private static final Pattern PROPOSED =
            Pattern.compile("name=\"showing\" value=\"([0-9a-f-]{36}) ([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    LedgerReading ledger;

    @Autowired
    Frameworks frameworks;

    private Viewer gwen() {
        return viewer("gwen.abernathy@northside.example");
    }

    /** All that was shown of it, as the ledger has it now. */
    private Shown shown(Showing showing) {
        return as(gwen(), () -> {
            Competency competency =
                    frameworks.curriculum().competency(showing.competency()).orElseThrow();
            List<Piece> pieces = Objects.requireNonNull(
                            ledger.histories(Set.of(showing)).get(showing))
                    .standing();
            return new Shown(pieces, frameworks.curriculum().scaleOf(competency));
        });
    }

    private record Shown(List<Piece> pieces, Scale scale) {

        LocalDate last() {
            return pieces.stream()
                    .map(piece -> LocalDate.ofInstant(piece.shownAt(), ZoneOffset.UTC))
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }

        double chance(LocalDate day) {
            return Recall.of(pieces, scale, day).orElseThrow().chance();
        }

        /** How many days after it was last shown the chance of recall is below what the school chose, 80 in 100. */
        long daysUntilDue() {
            return LongStream.rangeClosed(0, 20_000)
                    .filter(days -> chance(last().plusDays(days)) < 0.8)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_check_is_proposed_when_recall_has_faded_and_after_a_good_one_the_next_comes_later() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Visitor gwen = new Visitor(port, HttpClient.Redirect.NORMAL);
        gwen.signIn("gwen.abernathy@northside.example", "northside");
        String page = gwen.open("/assess/checks").body();
        Matcher proposed = PROPOSED.matcher(page);
        assertThat(proposed.find()).isTrue();
        Showing showing = new Showing(StudentId.of(proposed.group(1)), CompetencyId.of(proposed.group(2)));
        Shown before = shown(showing);
        assertThat(before.chance(before.last()))
                .as("on the day it was last shown")
                .isGreaterThan(0.95);
        assertThat(before.last().plusDays(before.daysUntilDue())).as("due").isBeforeOrEqualTo(today);

        String scoring = gwen.fill(
                        "/assess/checks",
                        "/assess/checks",
                        Map.of("showing", proposed.group(1) + " " + proposed.group(2)))
                .uri()
                .getPath();
        assertThat(scoring).endsWith("/score");
        gwen.fill(
                scoring + "?by=checks",
                scoring,
                Map.of("by", "checks", "c.1", "3", "depth", "recall", "context", "class"));

        Shown after = shown(showing);
        assertThat(after.last()).isEqualTo(today);
        assertThat(gwen.open("/assess/checks").body()).doesNotContain(proposed.group());
        assertThat(after.daysUntilDue()).isGreaterThan(before.daysUntilDue());
    }
}
