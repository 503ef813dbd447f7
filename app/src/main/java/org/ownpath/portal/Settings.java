package org.ownpath.portal;

import java.nio.file.Path;
import java.util.Optional;
import org.ownpath.shared.ContentFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an installation chooses. */
@Configuration
class Settings {

    @Bean
    static ContentFiles contentFiles(
            @Value("${ownpath.data}") Path data, @Value("${ownpath.archive:}") String archive) {
        return new ContentFiles(
                data.resolve("files"),
                archive.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ContentFiles(Path.of(archive).resolve("files"))));
    }
}
