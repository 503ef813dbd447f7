package org.ownpath.exchange.lti.tools;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a class (Names and Role Provisioning Services 2.0): for tools that were opened in it. */
@RestController
class MembersResource {

    private static final MediaType MEMBERS =
            MediaType.parseMediaType("application/vnd.ims.lti-nrps.v2.membershipcontainer+json");

    private final ToolRequests asking;
    private final ToolRows tools;
    private final ToldPeople told;
    private final Roster roster;
    private final LtiAddress address;
    private final Clock clock;

    MembersResource(
            ToolRequests asking, ToolRows tools, ToldPeople told, Roster roster, LtiAddress address, Clock clock) {
        this.asking = asking;
        this.tools = tools;
        this.told = told;
        this.roster = roster;
        this.address = address;
        this.clock = clock;
    }

    @Allows(Permission.SERVE_LEARNING_TOOLS)
    @GetMapping("/lti/{slug}/services/classes/{group}/memberships")
    @Transactional
    ResponseEntity<String> members(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable GroupId group,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request) {
        Tool tool = asking.tool(viewer, request, Lti.SCOPE_MEMBERS);
        StudyGroup found = roster.group(group)
                .filter(known -> tools.wasOpenedIn(tool.id(), group))
                .orElseThrow(() -> ToolRefused.notHere("This tool was opened in no such class."));
        Page page = Page.of(asked);
        List<Person> people = members(found, asked.getOrDefault("role", ""));
        String here = address.of("/services/classes/" + group + "/memberships");
        ObjectNode body = StrictJson.empty();
        body.put("id", here);
        ObjectNode context = body.putObject("context");
        context.put("id", group.toString());
        context.put("label", found.name());
        context.put("title", found.name());
        ArrayNode members = body.putArray("members");
        Instant now = clock.instant();
        people.stream().skip(page.from()).limit(page.most()).forEach(person -> members.add(member(tool, person, now)));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(MEMBERS).cacheControl(CacheControl.noStore());
        if (page.from() + page.most() < people.size()) {
            page.leadOn(answer, here, asked, "role");
        }
        return answer.body(body.toString());
    }

    /** Those whom the school may name to others, students and who teaches them. */
    private List<Person> members(StudyGroup group, String role) {
        Map<PersonId, Person> people = new LinkedHashMap<>();
        List<Person> students = roster.studentsOf(group.id());
        students.forEach(student -> people.put(student.id(), student));
        students.stream()
                .limit(1)
                .flatMap(student -> roster.teachersOf(student.student()).stream())
                .filter(teaching -> teaching.group().id().equals(group.id()))
                .forEach(teaching -> people.put(teaching.teacher().id(), teaching.teacher()));
        List<Person> nameable = new ArrayList<>(told.nameable(people.values()));
        nameable.removeIf(person -> !role.isEmpty()
                && ToldPeople.roles(inClass(person)).stream()
                        .noneMatch(named -> named.equals(role) || named.endsWith("#" + role)));
        return nameable;
    }

    /** In a class one learns or teaches, whatever else one is in the school. */
    private static Set<Role> inClass(Person person) {
        return person.roles().contains(Role.STUDENT) ? Set.of(Role.STUDENT) : Set.of(Role.TEACHER);
    }

    private ObjectNode member(Tool tool, Person person, Instant now) {
        ObjectNode member = StrictJson.empty();
        member.put("user_id", tools.knownAs(tool.id(), person.id(), now).toString());
        member.put("status", "Active");
        ArrayNode roles = member.putArray("roles");
        ToldPeople.roles(inClass(person)).forEach(roles::add);
        if (tool.described().tellsNames()) {
            member.put("name", person.fullName());
            member.put("given_name", person.givenName());
            member.put("family_name", person.familyName());
            person.email().ifPresent(email -> member.put("email", email));
        }
        return member;
    }
}
