package org.ownpath.exchange.lti.tools;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** What a tool is told of whoever comes, and where it can ask for more. */
@Component
class LaunchMessage {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String COURSE_SECTION = "http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection";

    private final ToolRows tools;
    private final LineItemRows lineItems;
    private final ToldPeople told;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Accounts accounts;
    private final LtiAddress address;
    private final Clock clock;

    LaunchMessage(
            ToolRows tools,
            LineItemRows lineItems,
            ToldPeople told,
            Roster roster,
            Frameworks frameworks,
            Accounts accounts,
            LtiAddress address,
            Clock clock) {
        this.tools = tools;
        this.lineItems = lineItems;
        this.told = told;
        this.roster = roster;
        this.frameworks = frameworks;
        this.accounts = accounts;
        this.address = address;
        this.clock = clock;
    }

    /** Somebody opens content. */
    JWTClaimsSet opening(Viewer viewer, Tool tool, ToolLink link, String nonce) {
        ToolLink.Content content = link.content();
        JWTClaimsSet.Builder message = common(viewer, tool, nonce)
                .claim(Lti.CLAIM + "message_type", Lti.RESOURCE_LINK)
                .claim(Lti.CLAIM + "target_link_uri", content.target())
                .claim(Lti.CLAIM + "resource_link", Map.of("id", link.id().toString(), "title", content.title()))
                .claim(Lti.SCORES, scores(link));
        if (!content.custom().isEmpty()) {
            message.claim(Lti.CLAIM + "custom", content.custom());
        }
        classOf(viewer, link).ifPresent(group -> {
            tools.openedIn(tool.id(), group.id());
            message.claim(Lti.CLAIM + "context", context(group));
            message.claim(
                    Lti.MEMBERS,
                    Map.of(
                            "context_memberships_url",
                            address.of("/services/classes/" + group.id() + "/memberships"),
                            "service_versions",
                            List.of("2.0")));
        });
        return message.build();
    }

    /** Somebody comes to pick content. */
    JWTClaimsSet picking(Viewer viewer, Tool tool, UUID pick, String nonce) {
        String picker = tool.addresses().picker().orElse(tool.addresses().target());
        return common(viewer, tool, nonce)
                .claim(Lti.CLAIM + "message_type", Lti.PICK_REQUEST)
                .claim(Lti.CLAIM + "target_link_uri", picker)
                .claim(
                        Lti.PICKING + "deep_linking_settings",
                        Map.of(
                                "deep_link_return_url", address.of("/picked"),
                                "accept_types", List.of("ltiResourceLink"),
                                "accept_presentation_document_targets", List.of("window"),
                                "accept_multiple", true,
                                "accept_lineitem", true,
                                "auto_create", true,
                                "data", pick.toString()))
                .build();
    }

    private JWTClaimsSet.Builder common(Viewer viewer, Tool tool, String nonce) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder message = new JWTClaimsSet.Builder()
                .issuer(address.issuer())
                .audience(tool.id().toString())
                .subject(tools.knownAs(tool.id(), viewer.person(), now).toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("azp", tool.id().toString())
                .claim("nonce", nonce)
                .claim(Lti.CLAIM + "version", Lti.VERSION)
                .claim(Lti.CLAIM + "deployment_id", Lti.DEPLOYMENT)
                .claim(Lti.CLAIM + "roles", ToldPeople.roles(viewer.roles()))
                .claim(
                        Lti.CLAIM + "launch_presentation",
                        Map.of("document_target", "window", "return_url", address.page("/activities")))
                .claim(
                        Lti.CLAIM + "tool_platform",
                        Map.of(
                                "guid", address.issuer(),
                                "name", accounts.districtName(),
                                "product_family_code", "ownpath"));
        if (tool.described().tellsNames()) {
            name(viewer, message);
        }
        return message;
    }

    private void name(Viewer viewer, JWTClaimsSet.Builder message) {
        told.nameable(roster.person(viewer.person()).stream().toList()).forEach(person -> {
            message.claim("name", person.fullName());
            message.claim("given_name", person.givenName());
            message.claim("family_name", person.familyName());
            person.email().ifPresent(email -> message.claim("email", email));
        });
    }

    private Map<String, Object> scores(ToolLink link) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put(
                "scope", List.of(Lti.SCOPE_LINE_ITEMS, Lti.SCOPE_LINE_ITEMS_READ, Lti.SCOPE_RESULTS, Lti.SCOPE_SCORES));
        claim.put("lineitems", address.of("/services/lineitems"));
        lineItems
                .ofLink(link.id())
                .ifPresent(item -> claim.put("lineitem", address.of("/services/lineitems/" + item.id())));
        return claim;
    }

    /** The class in which somebody works on what the content is about; otherwise any of theirs. */
    private Optional<StudyGroup> classOf(Viewer viewer, ToolLink link) {
        List<StudyGroup> groups = viewer.is(Role.STUDENT)
                ? roster.groupsOf(StudentId.of(viewer.person()))
                : viewer.isStaff() ? roster.groupsFor(viewer) : List.of();
        Optional<String> subject =
                frameworks.curriculum().competency(link.counting().competency()).map(Competency::subject);
        return groups.stream()
                .filter(group -> subject.filter(group.subjects()::contains).isPresent())
                .findFirst()
                .or(() -> groups.stream().findFirst());
    }

    private static Map<String, Object> context(StudyGroup group) {
        return Map.of(
                "id", group.id().toString(),
                "label", group.name(),
                "title", group.name(),
                "type", List.of(COURSE_SECTION));
    }
}
