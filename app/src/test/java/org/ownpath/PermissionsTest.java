package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Permission;
import org.ownpath.access.Reach;
import org.ownpath.access.Role;

/** The table of permissions as people read it. */
class PermissionsTest {

    private static final Path PAGE = Path.of("..", "docs", "permissions.md");

    @Test
    void the_page_in_the_docs_is_the_table_that_the_product_goes_by() throws IOException {
        if (Boolean.getBoolean("ownpath.write-docs")) {
            Files.writeString(PAGE, written());
        }
        assertThat(Files.readString(PAGE))
                .as("docs/permissions.md; write it anew with -Downpath.write-docs=true")
                .isEqualTo(written());
    }

    private static String written() {
        StringBuilder page = new StringBuilder("""
                # Who may do what

                Every page and every program is let in by this table and by nothing else: each address of the product \
                names one line of it, and the product does not start with an address that names none. The table says \
                what each role may do, and about whom; somebody with two roles may do what either may. Administrators \
                and leaders read it in the product under School, Who may do what.

                A test writes this page from the same table: `-Dtest=PermissionsTest -Downpath.write-docs=true`.
                """);
        for (Permission.Part part : Permission.Part.values()) {
            page.append("\n## ").append(part.words()).append("\n\n| may |");
            Arrays.stream(Role.values())
                    .forEach(role -> page.append(' ').append(role.words()).append(" |"));
            page.append("\n|---|").append("---|".repeat(Role.values().length)).append('\n');
            part.permissions()
                    .forEach(permission -> page.append(line(permission)).append('\n'));
        }
        return page.toString();
    }

    private static String line(Permission permission) {
        return Arrays.stream(Role.values())
                .map(role -> permission.reach(role).map(Reach::words).orElse("no"))
                .collect(Collectors.joining(" | ", "| " + permission.sentence() + " | ", " |"));
    }
}
