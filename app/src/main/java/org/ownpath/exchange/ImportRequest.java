package org.ownpath.exchange;

import org.ownpath.shared.ImportJobId;

/** What became of the request for an import. */
public sealed interface ImportRequest {

    /** It will be worked on. */
    record Accepted(ImportJobId id) implements ImportRequest {}

    /** Nothing was stored; the reason says what to do. */
    record Refused(String reason) implements ImportRequest {}
}
