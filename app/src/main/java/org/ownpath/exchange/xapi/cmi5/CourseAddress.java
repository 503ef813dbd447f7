package org.ownpath.exchange.xapi.cmi5;

import org.ownpath.access.Accounts;
import org.ownpath.access.HomeAddress;
import org.ownpath.access.SecretToken;
import org.ownpath.exchange.xapi.LearningVisit;
import org.ownpath.shared.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** By which addresses and names courses, their parts and people are known to units and in statements. */
@Component
class CourseAddress {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HomeAddress home;
    private final Accounts accounts;

    CourseAddress(HomeAddress home, Accounts accounts) {
        this.home = home;
        this.accounts = accounts;
    }

    /** The address for statements, states and profiles. */
    String endpoint() {
        return home.of("/xapi/");
    }

    String fetch(SecretToken secret) {
        return home.of("/cmi5/" + accounts.districtSlug() + "/fetch/" + secret.text());
    }

    String file(SecretToken secret, String path) {
        return home.of("/cmi5/" + accounts.districtSlug() + "/files/" + secret.text() + "/" + path);
    }

    /** Where the same file lies, for the record: it opens nothing. */
    String fileInWords(CourseId course, String path) {
        return home.of("/cmi5/" + accounts.districtSlug() + "/files/" + course + "/" + path);
    }

    /** Where a person goes who is done. */
    String back(LearningVisit visit) {
        return home.of("/courses/visits/" + visit.session());
    }

    String iri(CourseId course) {
        return home.of("/courses/" + course);
    }

    String iri(CourseId course, CourseStructure.Unit unit) {
        return iri(course) + "/units/" + unit.number();
    }

    String iri(CourseId course, CourseStructure.Block block) {
        return iri(course) + "/blocks/" + block.number();
    }

    /** A person by nothing but their id here. */
    ObjectNode agent(PersonId person) {
        ObjectNode agent = JSON.createObjectNode();
        agent.put("objectType", "Agent");
        agent.putObject("account").put("homePage", home.toString()).put("name", person.toString());
        return agent;
    }
}
