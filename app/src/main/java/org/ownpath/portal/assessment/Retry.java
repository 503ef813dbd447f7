package org.ownpath.portal.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.framework.Competency;

/**
 * Another try that is worth making: what was shown last and was not enough yet.
 *
 * @param missing what it was about and is not mastered: all that the try is about
 * @param opens when it can be made; empty means now
 * @param step what the scorer asked to be done first; empty when nothing
 * @param versions how many versions of the task there are that the student has not shown yet
 */
public record Retry(Line line, List<Competency> missing, Optional<Instant> opens, Optional<String> step, int versions) {

    /** Where the student asks for it. */
    public String href() {
        return "/show/" + missing.get(0).id() + "?retry=" + line.demonstration().id();
    }

    /** "Percent of a quantity, Fair summaries". */
    public String missingWords() {
        return missing.stream().map(Competency::title).collect(Collectors.joining(", "));
    }

    /** Where a teacher plans support for it. */
    public String support() {
        return "/support/new?student=" + line.demonstration().student() + "&subject="
                + missing.get(0).subject() + "&competency=" + missing.get(0).id();
    }
}
