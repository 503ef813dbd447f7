package org.ownpath.exchange.xapi;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The front door to documents that the product itself leaves for a program before it is opened. */
@Component
public class GivenStates {

    private final KeptDocuments documents;
    private final Learners learners;

    GivenStates(KeptDocuments documents, Learners learners) {
        this.documents = documents;
        this.learners = learners;
    }

    /** Leaves what a visit is given, as JSON, in the place of what was left before. */
    public void leave(Viewer by, LearningVisit visit, String json) {
        Identifier agent = Identifier.of(StatementJson.read(visit.agent())).orElseThrow();
        documents.put(
                by,
                new LearningDocument.Place(
                        LearningDocument.Kind.STATE,
                        Optional.of(visit.activity()),
                        Optional.of(new LearningDocument.Owner(agent.key(), learners.of(agent))),
                        Optional.of(visit.registration())),
                new KeptDocuments.Sent(
                        LearningVisit.GIVEN,
                        MediaType.APPLICATION_JSON_VALUE,
                        Bytes.of(json.getBytes(StandardCharsets.UTF_8)),
                        new KeptDocuments.Condition(Optional.empty(), Optional.empty(), false)));
    }
}
