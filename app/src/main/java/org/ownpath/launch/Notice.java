package org.ownpath.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Properties;

/**
 * What the owner of a data folder tells others who come to it: where its database is and, once people can use it, where
 * its pages are. It hangs from when the database is up until the owner begins to stop.
 */
record Notice(String databaseUrl, Optional<String> pages) {

    /** The notice that hangs now, if any. */
    static Optional<Notice> at(DataFolder folder) throws IOException {
        Properties kept = new Properties();
        try (var reader = Files.newBufferedReader(folder.connection())) {
            kept.load(reader);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        return Optional.ofNullable(kept.getProperty("url"))
                .map(url -> new Notice(url, Optional.ofNullable(kept.getProperty("pages"))));
    }

    void hang(DataFolder folder) throws IOException {
        DataFolder.writePrivately(
                folder.connection(),
                "url=" + databaseUrl + "\n"
                        + pages.map(address -> "pages=" + address + "\n").orElse(""));
    }

    static void takeDown(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.connection());
    }
}
