package org.ownpath.launch.backup;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where an installation keeps what is its own.
 *
 * @param url of its database
 * @param ownerPassword of {@code ownpath_owner}
 * @param folder its data folder
 */
public record Place(String url, String ownerPassword, Path folder) {

    /** Secrets that belong to one installation's database: another has its own. */
    static final Set<String> OF_THE_DATABASE = Set.of("superuser", "owner", "app");

    Path files() {
        return folder.resolve("files");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }
}
