package org.ownpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.shared.ContentFiles;

/** Somebody destroys the ledger; the installation is put back as it was just before. */
@Tag("database")
class PointInTimeTest {

    @TempDir
    static Path folder;

    @Test
    void an_installation_is_put_back_as_it_was_at_an_instant_and_no_later_one() throws Exception {
        Path old = Files.write(
                folder.resolve("old.backup"),
                getClass()
                        .getResourceAsStream("/installation-as-of-V061.backup")
                        .readAllBytes());
        DataFolder data = new DataFolder(folder.resolve("data"));
        assertThat(line(data).restore(List.of(old.toString())))
                .as("upgraded from before the first release, with every judgement as it was")
                .isZero();
        Archive archive = new Archive(folder.resolve("archive"));
        Instant complete;
        Instant before;
        String hash;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, archive.keeping());
                Connection owner = postgres.address().asOwner();
                Statement sql = owner.createStatement()) {
            BaseCopy copy = new BaseCopy(data, archive);
            assertThat(copy.due()).isTrue();
            complete = copy.make(postgres.address());
            assertThat(copy.due()).isFalse();
            hash = new ContentFiles(data.files(), Optional.of(new ContentFiles(archive.files())))
                    .keep(new ByteArrayInputStream("later".getBytes(StandardCharsets.UTF_8)))
                    .hash();
            // the copy's name has whole seconds: an instant that it covers for sure
            sql.execute("select pg_sleep_until('" + complete.plusSeconds(1) + "')");
            sql.execute("insert into access.sign_in_failure values ('before', now())");
            try (ResultSet now = sql.executeQuery("select clock_timestamp()")) {
                now.next();
                before = now.getTimestamp(1).toInstant();
            }
            sql.execute("drop table evidence.entry");
        }
        DataFolder back = new DataFolder(folder.resolve("back"));
        assertThatThrownBy(() -> line(back).restore(until(complete.minusSeconds(60))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no copy from before");
        assertThatThrownBy(() -> line(back).restore(until(before.plusSeconds(3600))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not reach");
        assertThat(back.cluster()).doesNotExist();
        assertThat(back.draft().root()).doesNotExist();

        assertThat(line(back).restore(until(before))).isZero();
        assertThat(back.files().resolve(hash.substring(0, 2)).resolve(hash)).hasContent("later");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(back);
                Connection owner = postgres.address().asOwner();
                Statement sql = owner.createStatement();
                ResultSet there = sql.executeQuery("""
                        select (select count(*) from access.sign_in_failure where sign_in_name = 'before'),
                               (select count(distinct task) from evidence.entry)""")) {
            there.next();
            assertThat(there.getInt(1)).isEqualTo(1);
            assertThat(there.getInt(2)).isEqualTo(30);
        }
    }

    private static List<String> until(Instant instant) {
        return List.of("--until", instant.toString());
    }

    private static BackupLine line(DataFolder data) {
        return new BackupLine(
                Map.of(
                        "OWNPATH_BACKUP_KEY",
                        "nine slow rivers run east",
                        "OWNPATH_ARCHIVE",
                        folder.resolve("archive").toString()),
                data,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
