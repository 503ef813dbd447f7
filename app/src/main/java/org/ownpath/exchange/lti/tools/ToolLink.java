package org.ownpath.exchange.lti.tools;

import java.util.List;
import java.util.Map;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;

/** Content of a tool that is an activity here. */
public record ToolLink(ToolLinkId id, ToolId tool, ActivityId activity, Content content, Counting counting) {

    /**
     * What is opened.
     *
     * @param custom what the tool wants to be told with each opening
     */
    public record Content(String title, String target, Map<String, String> custom) {

        /** Keeps its own copy. */
        public Content {
            custom = Map.copyOf(custom);
        }
    }

    /**
     * What its scores are evidence of.
     *
     * @param steps from which part of the points on it is rated how
     */
    public record Counting(CompetencyId competency, List<EvidenceRule.Step> steps, Observation.Nature nature) {

        /** Keeps its own copy. */
        public Counting {
            steps = List.copyOf(steps);
        }
    }
}
