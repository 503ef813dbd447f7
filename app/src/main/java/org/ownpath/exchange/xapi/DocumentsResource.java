package org.ownpath.exchange.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;

/** States and profiles of xAPI over HTTP: three resources that differ in what a document is about. */
@RestController
class DocumentsResource {

    private static final String STATE = "/xapi/activities/state";
    private static final String ACTIVITY = "/xapi/activities/profile";
    private static final String AGENT = "/xapi/agents/profile";

    private final KeptDocuments documents;
    private final Learners learners;

    DocumentsResource(KeptDocuments documents, Learners learners) {
        this.documents = documents;
        this.learners = learners;
    }

    /** One of the three, by the parameters that it knows. */
    private record Resource(LearningDocument.Kind kind, String nameOf, Set<String> parameters) {}

    private static Resource resource(HttpServletRequest request) {
        return switch (request.getRequestURI()) {
            case STATE ->
                new Resource(
                        LearningDocument.Kind.STATE,
                        "stateId",
                        Set.of("activityId", "agent", "registration", "stateId", "since"));
            case ACTIVITY ->
                new Resource(LearningDocument.Kind.ACTIVITY, "profileId", Set.of("activityId", "profileId", "since"));
            default -> new Resource(LearningDocument.Kind.AGENT, "profileId", Set.of("agent", "profileId", "since"));
        };
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @GetMapping({STATE, ACTIVITY, AGENT})
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        Resource resource = resource(request);
        Parameters parameters = Parameters.of(request, resource.parameters());
        LearningDocument.Place place = place(resource, parameters, false);
        Optional<String> name = parameters.text(resource.nameOf());
        if (name.isEmpty()) {
            ArrayNode names = StatementJson.array();
            documents.names(place, parameters.moment("since")).forEach(names::add);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(names.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        LearningDocument document = documents
                .document(place, name.get())
                .orElseThrow(() -> new XapiRefused(
                        HttpStatus.NOT_FOUND, "No document named '" + name.get() + "' is kept about this."));
        return ResponseEntity.ok()
                .eTag("\"" + document.etag() + "\"")
                .lastModified(document.updatedAt())
                .header(HttpHeaders.CONTENT_TYPE, document.contentType())
                .body(document.content().content());
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @PutMapping({STATE, ACTIVITY, AGENT})
    ResponseEntity<Void> put(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) throws IOException {
        Resource resource = resource(request);
        Parameters parameters = parameters(request, resource);
        boolean needed = parameters.version() == XapiVersion.TWO || resource.kind() != LearningDocument.Kind.STATE;
        documents.put(viewer, place(resource, parameters, true), sent(resource, parameters, needed));
        return ResponseEntity.noContent().build();
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @PostMapping({STATE, ACTIVITY, AGENT})
    ResponseEntity<Void> post(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) throws IOException {
        Resource resource = resource(request);
        Parameters parameters = parameters(request, resource);
        documents.post(viewer, place(resource, parameters, true), sent(resource, parameters, false));
        return ResponseEntity.noContent().build();
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @DeleteMapping({STATE, ACTIVITY, AGENT})
    ResponseEntity<Void> delete(HttpServletRequest request) {
        Resource resource = resource(request);
        Parameters parameters = parameters(request, resource);
        Optional<String> name = resource.kind() == LearningDocument.Kind.STATE
                ? parameters.text(resource.nameOf())
                : Optional.of(parameters.required(resource.nameOf()));
        documents.delete(place(resource, parameters, true), name, condition(parameters, false));
        return ResponseEntity.noContent().build();
    }

    private static Parameters parameters(HttpServletRequest request, Resource resource) {
        List<String> changing = resource.parameters().stream()
                .filter(name -> !name.equals("since"))
                .toList();
        return Parameters.of(request, Set.copyOf(changing));
    }

    private LearningDocument.Place place(Resource resource, Parameters parameters, boolean writes) {
        Optional<String> activity = Optional.empty();
        if (resource.parameters().contains("activityId")) {
            parameters.required("activityId");
            activity = parameters.iri("activityId");
        }
        Optional<LearningDocument.Owner> owner = resource.parameters().contains("agent")
                ? Identifier.of(parameters.agent().node())
                        .map(agent -> new LearningDocument.Owner(agent.key(), learners.of(agent)))
                : Optional.empty();
        LearningDocument.Place place =
                new LearningDocument.Place(resource.kind(), activity, owner, parameters.uuid("registration"));
        LearningVisit.current().ifPresent(visit -> visit.requireOwn(place, parameters.text(resource.nameOf()), writes));
        return place;
    }

    private static KeptDocuments.Sent sent(Resource resource, Parameters parameters, boolean needed)
            throws IOException {
        String name = parameters.required(resource.nameOf());
        String type = parameters.contentType().isEmpty()
                ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                : parameters.contentType();
        return new KeptDocuments.Sent(name, type, Bytes.of(parameters.body()), condition(parameters, needed));
    }

    private static KeptDocuments.Condition condition(Parameters parameters, boolean needed) {
        return new KeptDocuments.Condition(
                parameters.header(HttpHeaders.IF_MATCH), parameters.header(HttpHeaders.IF_NONE_MATCH), needed);
    }
}
