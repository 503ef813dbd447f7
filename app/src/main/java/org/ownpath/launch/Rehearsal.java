package org.ownpath.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A start for the sake of the class-data archive: the product shows itself its first page and the classes are known. */
final class Rehearsal {

    private Rehearsal() {}

    /** Gives the exit code: 0 when the page was served. */
    static int visit(String pages) throws IOException {
        HttpURLConnection visit =
                (HttpURLConnection) URI.create(pages + "/").toURL().openConnection();
        try (var page = visit.getInputStream()) {
            page.readAllBytes();
        }
        return visit.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1;
    }
}
