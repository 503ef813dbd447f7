package org.ownpath.portal.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ownpath.assessment.Claim;
import org.ownpath.evidence.Artifacts;
import org.ownpath.portal.Fields;
import org.springframework.util.MultiValueMap;

/**
 * A claim while it is being written, with everything as it was typed.
 *
 * @param asked what every request says: the way, the words, whom
 */
public record ClaimForm(AskForm asked, String place, String day, List<Artifacts.Artifact> attached) {

    static ClaimForm open(String assessor) {
        return new ClaimForm(AskForm.open(assessor), "", "", List.of());
    }

    static ClaimForm of(MultiValueMap<String, String> fields, List<Artifacts.Artifact> attached) {
        return new ClaimForm(AskForm.of(fields), Fields.text(fields, "place"), Fields.text(fields, "day"), attached);
    }

    /** What is claimed; problems gets what the form does not say. */
    Optional<Claim> claim(List<String> problems) {
        Optional<LocalDate> learnt = Fields.day(day);
        if (learnt.isEmpty()) {
            problems.add("'" + day + "' is not a day. Give the day, as well as you know it.");
        }
        return learnt.map(on -> new Claim(
                place, on, attached.stream().map(Artifacts.Artifact::hash).toList()));
    }
}
