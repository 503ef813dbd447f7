package org.ownpath.exchange.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What xAPI tells about this store, about agents and about activities. */
@RestController
class AboutResource {

    private final KnownActivities activities;

    AboutResource(KnownActivities activities) {
        this.activities = activities;
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @GetMapping("/xapi/about")
    ResponseEntity<String> about() {
        ObjectNode about = StatementJson.object();
        about.putArray("version").add(XapiVersion.TWO.number()).add(XapiVersion.ONE.number());
        return json(about);
    }

    /** Everything by which the person of an agent is known here: what was asked by. */
    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @GetMapping("/xapi/agents")
    ResponseEntity<String> agents(HttpServletRequest request) {
        Part agent = Parameters.of(request, Set.of("agent")).agent();
        ObjectNode person = StatementJson.object();
        person.put("objectType", "Person");
        for (String name : List.of("name", "mbox", "mbox_sha1sum", "openid", "account")) {
            agent.maybe(name).ifPresent(known -> person.putArray(name).add(known.node()));
        }
        return json(person);
    }

    @Allows(Permission.KEEP_LEARNING_RECORDS)
    @GetMapping("/xapi/activities")
    ResponseEntity<String> activities(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("activityId"));
        parameters.required("activityId");
        String iri = parameters.iri("activityId").orElseThrow();
        ObjectNode activity = StatementJson.object();
        activity.put("objectType", "Activity");
        activity.put("id", iri);
        activities.definitions(Set.of(iri)).values().forEach(definition -> activity.set("definition", definition));
        return json(activity);
    }

    private static ResponseEntity<String> json(ObjectNode body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body.toString());
    }
}
