package org.ownpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was typed after a command. */
class CommandWordsTest {

    private static CommandWords read(String... words) {
        return CommandWords.of(List.of(words), Set.of("--as"), Set.of("--dry-run"), "Use it so.");
    }

    @Test
    void files_options_and_flags_are_told_apart_in_any_order() {
        CommandWords read = read("--dry-run", "roster", "--as", "somebody", "people.csv");
        assertThat(read.plain()).containsExactly("roster", "people.csv");
        assertThat(read.options()).containsEntry("as", "somebody");
        assertThat(read.flags()).containsExactly("--dry-run");
    }

    @Test
    void a_mistyped_dry_run_is_refused_and_not_passed_over() {
        assertThatThrownBy(() -> read("roster", "people.csv", "--as", "somebody", "--dryrun"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("'--dryrun' is no option", "Use it so.");
        assertThatThrownBy(() -> read("roster", "people.csv", "--as")).hasMessageContaining("needs a value");
    }
}
