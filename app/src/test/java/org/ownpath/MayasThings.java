package org.ownpath;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.Newcomer;
import org.ownpath.access.signin.SignInLinks;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.items.Start;
import org.ownpath.assessment.items.TestOffers;
import org.ownpath.assessment.items.Tests;
import org.ownpath.credential.Award;
import org.ownpath.credential.AwardId;
import org.ownpath.credential.AwardShowings;
import org.ownpath.credential.Awards;
import org.ownpath.credential.SharedLink;
import org.ownpath.credential.SharedLinks;
import org.ownpath.credential.Sharing;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.policy.Settings;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Blocks;
import org.ownpath.support.Plan;
import org.ownpath.support.Plans;
import org.ownpath.support.SupportKind;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** One of everything, each of it Maya's or of her teacher Gwen: made within a transaction that is taken back. */
final class MayasThings {

    private final ApplicationContext context;
    private final Viewer maya;
    private final Viewer gwen;
    private final Map<String, String> names;

    private MayasThings(ApplicationContext context, Map<String, String> others) {
        this.context = context;
        this.names = new HashMap<>(others);
        this.maya = bean(Accounts.class).viewer(OneOfEverything.MAYA).orElseThrow();
        this.gwen = bean(Accounts.class).viewer(OneOfEverything.GWEN).orElseThrow();
    }

    /** In the place of others' things, as far as it is about somebody. */
    static Map<String, String> of(ApplicationContext context, Map<String, String> others) {
        MayasThings things = new MayasThings(context, others);
        things.taught();
        things.shown();
        things.kept();
        things.demonstrated();
        things.tested();
        things.supported();
        things.links();
        return things.names;
    }

    /** The names for an address: three doors call their own thing a token. */
    static Map<String, String> atAddress(String pattern, Map<String, String> names) {
        Map<String, String> here = new HashMap<>(names);
        if (pattern.startsWith("/outside/")) {
            here.put("token", Objects.requireNonNull(names.get("outside")));
        }
        if (pattern.startsWith("/welcome/")) {
            here.put("token", Objects.requireNonNull(names.get("welcome")));
        }
        if (pattern.startsWith("/shared/")) {
            here.put("token", Objects.requireNonNull(names.get("shared")));
        }
        return here;
    }

    /** What forms send beside the address. */
    static MultiValueMap<String, String> fields(Viewer viewer, Map<String, String> names) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (String name : List.of("student", "competency", "piece", "item", "attempt", "activity", "badge")) {
            fields.add(name, names.get(name));
        }
        fields.add("sent", UUID.randomUUID().toString());
        fields.add("reason", "To see");
        fields.add("words", "To see");
        fields.add("number", "1");
        fields.add("again", "2031-01-31");
        fields.add("change", "of a path");
        fields.add("start", "canvas");
        fields.add("setting", Settings.GRADE_LABELS.id());
        fields.add("move", viewer.isStaff() ? "declined" : "withdrawn");
        return fields;
    }

    private void taught() {
        Roster roster = bean(Roster.class);
        name(
                "group",
                roster.teachersOf(student()).stream()
                        .filter(teaching -> teaching.teacher().id().equals(gwen.person()))
                        .map(teaching -> teaching.group().id())
                        .findFirst()
                        .orElseThrow());
        name("block", bean(Blocks.class).of(gwen).get(0).id());
        name(
                "task",
                bean(Tasks.class).library(gwen).stream()
                        .filter(task -> task.owner().equals(gwen.person()) && task.offered())
                        .map(Task::id)
                        .findFirst()
                        .orElseThrow());
        name("offer", bean(TestOffers.class).offers(gwen).get(0).id());
        name("substitution", OneOfEverything.substitution(context, gwen));
    }

    private void shown() {
        PieceId piece = PieceId.next();
        Outcome outcome = bean(Ledger.class)
                .record(
                        gwen,
                        new Observation(
                                piece,
                                new Observation.Nature(Form.PROJECT, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                                gwen.person(),
                                Instant.now().minus(1, ChronoUnit.DAYS),
                                Optional.of("A bridge of paper"),
                                Optional.empty(),
                                List.of(file()),
                                List.of(new Observation.Rating(student(), competency(), Result.rated(3)))));
        if (!(outcome instanceof Outcome.Stored)) {
            throw new AssertionError(outcome);
        }
        name("piece", piece);
        name("wrong", piece);
        names.put("json", """
                {"id": "%s", "shownAt": "%s", "form": "project", "reason": "To see", "ratings":
                    [{"student": "%s", "competency": "%s", "rating": 3}]}""".formatted(
                        UUID.randomUUID(), Instant.now().minus(1, ChronoUnit.DAYS), student(), competency()));
    }

    private void kept() {
        UUID id = UUID.randomUUID();
        bean(Portfolios.class)
                .keep(
                        maya,
                        new PortfolioPiece(
                                id,
                                student(),
                                today(),
                                "A bridge of paper",
                                "It holds.",
                                "",
                                List.of(file()),
                                List.of(competency()),
                                "",
                                Map.of()));
        name("kept", id);
    }

    private void demonstrated() {
        Demonstration demonstration =
                bean(Demonstrations.class).ofStudent(maya, student()).get(0);
        bean(JdbcClient.class)
                .sql("""
                insert into assessment.work (id, district_id, demonstration_id, at, body, link, artifacts)
                values (gen_random_uuid(), ?, ?, now(), '', '', array[?])""")
                .params(maya.district().value(), demonstration.id().value(), file())
                .update();
        name("demonstration", demonstration.id());
        names.put("outside", bean(OutsideAssessors.class).invite(gwen, demonstration, "Rosa Lind, engineer"));
        name("invitation", bean(OutsideAssessors.class).of(demonstration).get(0).id());
    }

    private void tested() {
        Tests tests = bean(Tests.class);
        name(
                "attempt",
                tests.open().stream()
                        .map(competency -> tests.start(maya, competency))
                        .filter(Start.Begun.class::isInstance)
                        .map(begun -> ((Start.Begun) begun).attempt())
                        .findFirst()
                        .orElseThrow());
    }

    private void supported() {
        PlanId plan = PlanId.next();
        Plans.Opening opening = bean(Plans.class)
                .open(
                        gwen,
                        plan,
                        student(),
                        new Plan.Agreement(
                                subject(),
                                List.of(competency()),
                                Optional.empty(),
                                1,
                                SupportKind.CONFERENCE,
                                "To go on",
                                List.of("Talk it over"),
                                gwen.person(),
                                today().plusDays(20)));
        if (!(opening instanceof Plans.Opened)) {
            throw new AssertionError(opening);
        }
        name("plan", plan);
    }

    private void links() {
        SharedLink.Choice choice =
                new SharedLink.Choice("Lakeside College", java.util.Set.of("Mathematics"), true, true);
        Sharing.Shared shared = (Sharing.Shared) bean(SharedLinks.class).share(maya, student(), choice, 30);
        name("link", shared.link());
        names.put("shared", shared.token());
        AwardShowings showings = bean(AwardShowings.class);
        Award award = bean(Awards.class)
                .award(maya, AwardId.of(Objects.requireNonNull(names.get("award"))))
                .orElseThrow();
        showings.show(maya, award, 30);
        names.put("address", showings.of(award.id()).orElseThrow().address());
        Newcomer newcomer = new Newcomer(maya.person(), maya.displayName(), Optional.empty(), maya.roles());
        names.put("welcome", bean(SignInLinks.class).make(gwen, newcomer).token());
    }

    private String file() {
        return bean(Artifacts.class)
                .store(gwen, "plan.txt", new ByteArrayInputStream("A plan".getBytes(StandardCharsets.UTF_8)))
                .hash();
    }

    private CompetencyId competency() {
        return CompetencyId.of(Objects.requireNonNull(names.get("competency")));
    }

    private String subject() {
        return bean(org.ownpath.framework.Frameworks.class)
                .curriculum()
                .competency(competency())
                .orElseThrow()
                .subject();
    }

    private StudentId student() {
        return StudentId.of(maya.person());
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }

    private void name(String variable, Object id) {
        names.put(variable, id.toString());
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
