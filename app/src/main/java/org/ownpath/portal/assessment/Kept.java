package org.ownpath.portal.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Scale;

/** A piece with what a person reads of it. */
public record Kept(PortfolioPiece piece, List<Shows> shows, List<Artifacts.Artifact> files) {

    /** The subjects that it shows something in. */
    public Set<String> subjects() {
        return shows.stream().map(s -> s.competency().subject()).collect(Collectors.toSet());
    }

    /**
     * What a piece shows, as the student sees it and as it stands.
     *
     * @param self in words; empty while the student has not said
     * @param state the code of how it stands by the school's rule
     */
    public record Shows(Competency competency, Scale scale, Optional<Double> rating, String self, String state) {}
}
