package org.ownpath.portal.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://evil\")", "+SUM(A1)", "-2+3", "@cmd", "\t=1", "\r=1"})
    void what_a_spreadsheet_would_run_is_marked_as_text(String cell) {
        assertThat(Sheet.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.25", "+3", "7", "Maya Okafor", "", "9 - 4"})
    void numbers_and_plain_words_stay_as_they_are(String cell) {
        assertThat(Sheet.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void a_comma_and_a_quote_stay_inside_their_cell() {
        Sheet sheet = new Sheet("s", List.of("name"), List.of(List.of("Okafor, \"May\"")));
        assertThat(sheet.csv()).isEqualTo("\uFEFFname\r\n\"Okafor, \"\"May\"\"\"\r\n");
    }
}
