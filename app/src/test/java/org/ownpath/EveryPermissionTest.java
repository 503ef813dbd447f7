package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.access.Reach;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every address of the product, asked by everybody: each answer is what the table of permissions says. Whatever the
 * answers would have changed is taken back, so that each asker finds the same.
 */
class EveryPermissionTest extends SchoolTest {

    /** What an address names that belongs to somebody: for the rest, such as a competency, a role is enough. */
    private static final Set<String> MAYAS = Set.of(
            "student",
            "person",
            "group",
            "piece",
            "wrong",
            "hash",
            "block",
            "plan",
            "offer",
            "attempt",
            "demonstration",
            "kept",
            "link",
            "award",
            "brought",
            "invitation",
            "substitution",
            "goal",
            "planned");

    /** Addresses that are told by a field of the form, and not by the address itself, whom they are about. */
    private static final Set<String> BY_FORM = Set.of("GET /support/new", "POST /support", "POST /api/v1/evidence");

    /** Addresses that answer to whoever may ask that there is nothing yet to be shown, cancelled or ended. */
    private static final Set<String> NOTHING_YET = Set.of(
            "GET /outcomes/projection.csv",
            "POST /outcomes/batching/projections",
            "POST /outcomes/batching/cancellations",
            "POST /account/sessions/{session}/ending",
            "POST /account/passkeys/{passkey}/forgetting",
            "POST /account/school/{linked}/ending",
            "POST /people/{person}/second-factor/ending",
            "POST /groups/{group}/cards/{student}/renewal",
            "GET /activities/{activity}/opening",
            "GET /activities/picked/{pick}",
            "GET /links/{contentRequest}",
            "POST /links/{contentRequest}",
            "GET /courses/visits/{visit}",
            "GET /cmi5/{slug}/files/{secret}/**",
            "GET /sign-in/class/{code}",
            "POST /sign-in/class/{code}",
            "GET /messages/stop/{link}",
            "POST /messages/stop/{link}",
            "GET /demonstrations/{demonstration}/feedback/{hash}",
            "GET /tasks/{task}/files/{resource}",
            "GET /show/tasks/{task}/files/{resource}",
            "GET /demonstrations/{demonstration}/resources/{resource}",
            "POST /notices/{notice}/reading",
            "GET /case/{slug}/ims/case/v1p1/{kind}/{identifier}",
            "GET /ims/oneroster/gradebook/v1p2/{gradebook}/{sourced}",
            "GET /ims/oneroster/gradebook/v1p2/classes/{classKey}/{gradebook}",
            "GET /ims/oneroster/gradebook/v1p2/classes/{classKey}/lineItems/{sourced}/results",
            "GET /ims/oneroster/gradebook/v1p2/classes/{classKey}/students/{studentKey}/results");

    private static final Set<Integer> SHUT = Set.of(403, 404);

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Roster roster;

    /** Somebody who asks, in words, and whose things are theirs. */
    private record Asker(String words, Viewer viewer, boolean belongsToMaya, Set<String> owns) {}

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void every_address_answers_everybody_as_the_table_of_permissions_says() {
        MockMvc product = MockMvcBuilders.webAppContextSetup(context).build();
        Map<String, String> others = OneOfEverything.of(context);
        List<String> otherwise = new ArrayList<>();
        DistrictScope.run(
                viewer(OneOfEverything.PHILIPPA).district(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    Map<String, String> names = MayasThings.of(context, others);
                    for (Asker asker : askers()) {
                        Addresses.of(context)
                                .forEach(address ->
                                        compare(product, asker, address, names).ifPresent(otherwise::add));
                    }
                }));
        assertThat(otherwise).isEmpty();
    }

    @Test
    void nobody_of_another_district_reaches_anything_by_its_address_whatever_their_roles() {
        MockMvc product = MockMvcBuilders.webAppContextSetup(context).build();
        Map<String, String> names = OneOfEverything.of(context);
        Viewer outsider = new Viewer(
                AccountId.next(),
                viewer("irene.castellan@southfield.example").district(),
                PersonId.next(),
                "Somebody of Southfield",
                Set.of(Role.values()));
        List<String> otherwise = new ArrayList<>();
        Addresses.of(context)
                .filter(address -> !Collections.disjoint(address.variables(), names.keySet()))
                .filter(address -> !address.permission().withoutSignIn())
                .forEach(address -> {
                    int answer =
                            DistrictScope.within(outsider.district(), () -> ask(product, outsider, address, names));
                    if (answer < 400 || answer >= 500) {
                        otherwise.add(address + " answers " + answer + " to another district");
                    }
                });
        assertThat(otherwise).isEmpty();
    }

    @Test
    void without_a_sign_in_only_what_the_table_opens_to_anybody_is_shown() {
        Visitor nobody = new Visitor(port, HttpClient.Redirect.NEVER);
        Map<String, String> names = OneOfEverything.of(context);
        List<String> otherwise = new ArrayList<>();
        Addresses.of(context).filter(a -> a.method() == RequestMethod.GET).forEach(address -> {
            int answer = nobody.open(address.filled(names)).statusCode();
            boolean shut = answer == 302 || answer == 401;
            if (shut == address.permission().withoutSignIn()) {
                otherwise.add(address + " answers " + answer + " to nobody, where the table says "
                        + (address.permission().withoutSignIn() ? "anybody" : "signed in"));
            }
        });
        assertThat(otherwise).isEmpty();
    }

    @Test
    void every_line_of_the_table_opens_something() {
        assertThat(Addresses.of(context).map(Addresses.Address::permission)).contains(Permission.values());
    }

    private List<Asker> askers() {
        StudentId maya = StudentId.of(viewer(OneOfEverything.MAYA).person());
        return List.of(
                new Asker("the student", viewer(OneOfEverything.MAYA), true, Set.of()),
                new Asker("another student", another(Role.STUDENT, Set.of(maya.person())), false, Set.of()),
                new Asker("the family", viewer("nneka.okafor@northside.example"), true, Set.of()),
                new Asker("another family", another(Role.FAMILY, guardians(maya)), false, Set.of()),
                new Asker("the teacher", viewer(OneOfEverything.GWEN), true, Set.of("task", "comment", "time")),
                new Asker("another teacher", another(Role.TEACHER, teachers(maya)), false, Set.of()),
                new Asker("a leader", viewer("constance.mbekihall@northside.example"), true, Set.of()),
                new Asker("an administrator", viewer(OneOfEverything.PHILIPPA), true, Set.of("token")));
    }

    /** Somebody who has this role only and is none of these. */
    private Viewer another(Role role, Set<PersonId> none) {
        return roster.search("", Optional.of(role), 500).stream()
                .filter(person -> !none.contains(person.id()) && person.roles().equals(Set.of(role)))
                .flatMap(person -> accounts.of(List.of(person.id())).values().stream())
                .flatMap(account -> accounts.viewer(account.signInName()).stream())
                .findFirst()
                .orElseThrow();
    }

    private Set<PersonId> guardians(StudentId maya) {
        return new java.util.HashSet<>(roster.search("", Optional.of(Role.FAMILY), 500).stream()
                .filter(guardian -> roster.childrenOf(guardian.id()).stream()
                        .anyMatch(child -> child.id().equals(maya.person())))
                .map(guardian -> guardian.id())
                .toList());
    }

    private Set<PersonId> teachers(StudentId maya) {
        return new java.util.HashSet<>(roster.teachersOf(maya).stream()
                .map(teaching -> teaching.teacher().id())
                .toList());
    }

    /** What an address answers otherwise than the table says; empty when it agrees. */
    private Optional<String> compare(
            MockMvc product, Asker asker, Addresses.Address address, Map<String, String> names) {
        int answer = Objects.requireNonNull(new TransactionTemplate(transactions, new Nested()).execute(status -> {
            status.setRollbackOnly();
            return ask(product, asker.viewer(), address, names);
        }));
        boolean open = open(asker, address);
        boolean nothingYet = answer == 404 && NOTHING_YET.contains(address.toString());
        boolean agrees = open ? nothingYet || (!SHUT.contains(answer) && answer < 500) : SHUT.contains(answer);
        return agrees
                ? Optional.empty()
                : Optional.of(address + " answers " + answer + " to " + asker.words() + ", where the table says "
                        + (open ? "let in" : "refused"));
    }

    private static boolean open(Asker asker, Addresses.Address address) {
        return asker.viewer().roles().stream()
                .flatMap(role -> address.permission().reach(role).stream())
                .anyMatch(reach -> reach == Reach.ANYBODY
                        || reach == Reach.DISTRICT
                        || (belongs(asker, address) && owns(asker, address)));
    }

    private static boolean belongs(Asker asker, Addresses.Address address) {
        boolean aboutMaya = !Collections.disjoint(address.variables(), MAYAS) || BY_FORM.contains(address.toString());
        return !aboutMaya || asker.belongsToMaya();
    }

    private static boolean owns(Asker asker, Addresses.Address address) {
        return Arrays.asList("task", "comment", "time", "token").stream()
                .filter(address.variables()::contains)
                .allMatch(asker.owns()::contains);
    }

    private static int ask(MockMvc product, Viewer viewer, Addresses.Address address, Map<String, String> names) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(viewer, "", List.of()));
        try {
            return product.perform(request(viewer, address, names))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception failed) {
            System.err.println("500: " + address + ": " + failed.getMessage());
            return 500;
        }
    }

    private static RequestBuilder request(Viewer viewer, Addresses.Address address, Map<String, String> names) {
        String path = address.filled(MayasThings.atAddress(address.pattern(), names));
        if (address.method() != RequestMethod.POST) {
            return MockMvcRequestBuilders.request(
                            HttpMethod.valueOf(address.method().name()), path)
                    .params(MayasThings.fields(viewer, names));
        }
        return address.isForPrograms()
                ? post(path)
                        .contentType("application/json")
                        .content(names.getOrDefault("json", "{\"reason\": \"To see\"}"))
                : multipart(path).params(MayasThings.fields(viewer, names));
    }

    /** A transaction within another, taken back by itself. */
    private static final class Nested extends org.springframework.transaction.support.DefaultTransactionDefinition {
        Nested() {
            super(TransactionDefinition.PROPAGATION_NESTED);
        }
    }
}
