package org.ownpath.portal.assessment;

import java.util.List;
import java.util.stream.Collectors;
import org.ownpath.assessment.Demonstration;
import org.ownpath.framework.Competency;
import org.ownpath.portal.Dates;

/** A demonstration with the names that a person reads, as lists and pages show it. */
public record Line(Demonstration demonstration, String student, String assessor, List<Competency> competencies) {

    /** The address of its page. */
    public String href() {
        return "/demonstrations/" + demonstration.id();
    }

    /** What it shows: "Percent of a quantity, Fair summaries". */
    public String shows() {
        return competencies.stream().map(Competency::title).collect(Collectors.joining(", "));
    }

    /** When it is to be shown. */
    public String when() {
        return demonstration.meetsAt().map(Dates::withTime).orElse("as soon as possible");
    }
}
