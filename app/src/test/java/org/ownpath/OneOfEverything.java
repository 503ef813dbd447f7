package org.ownpath;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Tokens;
import org.ownpath.access.Viewer;
import org.ownpath.access.privacy.CorrectionRequest;
import org.ownpath.access.privacy.CorrectionRequests;
import org.ownpath.assessment.CommentBank;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.OpenTimes;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.TestOffers;
import org.ownpath.credential.Award;
import org.ownpath.credential.Awarding;
import org.ownpath.credential.Awards;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.Badges;
import org.ownpath.credential.Earning;
import org.ownpath.credential.SharedLink;
import org.ownpath.credential.SharedLinks;
import org.ownpath.credential.Sharing;
import org.ownpath.credential.SigningKeys;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.ImportRequest;
import org.ownpath.exchange.Imports;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.badges.Bringing;
import org.ownpath.exchange.badges.Endorsements;
import org.ownpath.exchange.badges.Endorsing;
import org.ownpath.exchange.badges.Issuing;
import org.ownpath.exchange.badges.OutsideCredentials;
import org.ownpath.exchange.caseframework.OpenFrameworks;
import org.ownpath.exchange.lti.platforms.Platform;
import org.ownpath.exchange.lti.platforms.PlatformId;
import org.ownpath.exchange.lti.platforms.Platforms;
import org.ownpath.exchange.lti.tools.Tool;
import org.ownpath.exchange.lti.tools.ToolId;
import org.ownpath.exchange.lti.tools.Tools;
import org.ownpath.exchange.oneroster.rest.Connecting;
import org.ownpath.exchange.oneroster.rest.StudentSystem;
import org.ownpath.exchange.oneroster.rest.StudentSystems;
import org.ownpath.exchange.webhooks.Adding;
import org.ownpath.exchange.webhooks.WebhookEvent;
import org.ownpath.exchange.webhooks.Webhooks;
import org.ownpath.exchange.xapi.cmi5.CourseId;
import org.ownpath.exchange.xapi.cmi5.Courses;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.exchange.xapi.rules.EvidenceRuleId;
import org.ownpath.exchange.xapi.rules.EvidenceRules;
import org.ownpath.framework.Frameworks;
import org.ownpath.insight.Asked;
import org.ownpath.insight.Proposal;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Scope;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Substitutes;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Blocks;
import org.ownpath.support.Plans;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of everything of Northside that an address can name, by the name of the address's variable. */
final class OneOfEverything {

    static final String PHILIPPA = "philippa.crane@northside.example";
    static final String GWEN = "gwen.abernathy@northside.example";
    static final String MAYA = "maya.okafor@northside.example";

    private final ApplicationContext context;
    private final Viewer philippa;
    private final StudentId maya;
    private final Map<String, String> names = new HashMap<>();

    private OneOfEverything(ApplicationContext context) {
        this.context = context;
        this.philippa = viewer(PHILIPPA);
        this.maya = StudentId.of(viewer(MAYA).person());
    }

    static Map<String, String> of(ApplicationContext context) {
        OneOfEverything one = new OneOfEverything(context);
        return DistrictScope.within(one.philippa.district(), () -> {
            one.people();
            one.evidence();
            one.assessment();
            one.tests();
            one.rest();
            return one.names;
        });
    }

    private void people() {
        name("student", maya);
        name("person", maya);
        name("group", bean(Roster.class).groupsOf(maya).get(0).id());
    }

    private void evidence() {
        Entry entry = bean(LedgerReading.class).latest(maya, 1).get(0);
        name("competency", entry.competency());
        name(
                "framework",
                bean(Frameworks.class).curriculum().frameworks().get(0).id());
        name("piece", entry.piece());
        name("wrong", entry.piece());
        String hash = bean(Artifacts.class)
                .store(philippa, "plan.txt", text("A plan"))
                .hash();
        name("hash", hash);
        name("resource", hash);
    }

    private void assessment() {
        Demonstration demonstration =
                bean(Demonstrations.class).ofStudent(philippa, maya).get(0);
        name("demonstration", demonstration.id());
        name("task", bean(Tasks.class).library(philippa).get(0).id());
        name("kept", bean(Portfolios.class).of(philippa, maya).get(0).id());
        name("time", bean(OpenTimes.class).of(viewer(GWEN)).get(0).id());
        name("comment", bean(CommentBank.class).of(viewer(GWEN)).get(0).id());
        OutsideAssessors outside = bean(OutsideAssessors.class);
        outside.invite(philippa, demonstration, "Rosa Lind, engineer");
        name("invitation", outside.of(demonstration).get(0).id());
    }

    private void tests() {
        ItemBanks banks = bean(ItemBanks.class);
        Bank bank = banks.banks(philippa).get(0);
        name("bank", bank.id());
        name("item", banks.items(philippa, bank.id()).get(0).id());
        name("offer", bean(TestOffers.class).offers(philippa).get(0).id());
        name(
                "attempt",
                bean(JdbcClient.class)
                        .sql("select id from assessment.attempt limit 1")
                        .query(UUID.class)
                        .single());
    }

    private void rest() {
        name("block", bean(Blocks.class).of(philippa).get(0).id());
        name("plan", bean(Plans.class).of(philippa).get(0).id());
        name("goal", bean(Goals.class).of(philippa, maya).get(0).goal().id());
        name("activity", bean(Activities.class).catalogue(philippa).get(0).id());
        name(
                "planned",
                bean(PlannedActivities.class)
                        .of(philippa, maya)
                        .get(0)
                        .planned()
                        .id());
        name("session", "0123456789abcdef01234567");
        name("id", job());
        name("adoption", bean(DesignChoices.class).decisions().get(0).adoption().id());
        name("replay", replay());
        name("notice", notice());
        name("asked", correction());
        name("substitution", substitution(context, philippa));
        name("restriction", UUID.randomUUID());
        name("link", link());
        name("slug", "northside");
        name("key", bean(SigningKeys.class).current().id());
        name("list", 0);
        elsewhere();
        Award award = bean(Awards.class).of(philippa, maya).stream()
                .filter(given -> !given.given().words().isEmpty())
                .findFirst()
                .orElseThrow();
        name("award", award.id());
        name("badge", award.badge().orElseThrow().id());
        name("address", "where-nothing-is-shown");
        Tokens tokens = bean(Tokens.class);
        tokens.issue(philippa, new Tokens.Wish("A program of Northside", Set.of(TokenScope.READ), 30));
        name("token", tokens.of(philippa).get(0).id());
        name("evidenceRule", evidenceRule());
        name("learningTool", learningTool());
        name("platform", platform());
        name("course", course());
        name("unit", 1);
        name("visit", UUID.randomUUID());
        name("secret", "nothing-that-was-given");
        name("pick", UUID.randomUUID());
        name("contentRequest", UUID.randomUUID());
        name("system", studentSystem());
        name("webhook", webhook());
        name("gradebook", "results");
        name("sourced", UUID.randomUUID());
        name("classKey", "no-class");
        name("studentKey", "nobody");
        name("delivery", UUID.randomUUID());
        bean(OpenFrameworks.class).open(philippa, true);
        name("kind", "CFDocuments");
        name("identifier", UUID.nameUUIDFromBytes(new byte[] {1}));
        name("code", "ABCDEF");
        name("linked", UUID.randomUUID());
        name("passkey", UUID.randomUUID());
    }

    private ToolId learningTool() {
        ToolId id = ToolId.next();
        String address = "https://tool.northside.example/";
        Tool.Addresses addresses = new Tool.Addresses(
                address + "login", address + "keys", List.of(address), address, Optional.of(address + "pick"));
        bean(Tools.class).connect(philippa, id, new Tool.Described("A tool of Northside", addresses, false));
        return id;
    }

    private CourseId course() {
        String structure =
                "<courseStructure><course id=\"urn:c\"><title><langstring>A course</langstring></title></course>"
                        + "<au id=\"urn:u\"><title><langstring>A unit</langstring></title><url>https://e.example/</url></au>"
                        + "</courseStructure>";
        CourseId id = CourseId.next();
        bean(Courses.class).take(philippa, id, new Source("cmi5.xml", structure.getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    private PlatformId platform() {
        PlatformId id = PlatformId.next();
        String address = "https://system.northside.example/" + id + "/";
        bean(Platforms.class)
                .connect(
                        philippa,
                        id,
                        new Platform.Described(
                                "A system of Northside",
                                new Platform.Identity(address, "ownpath", ""),
                                new Platform.Addresses(address + "authorize", address + "token", address + "keys"),
                                false));
        return id;
    }

    private Object webhook() {
        Adding adding =
                bean(Webhooks.class).add(philippa, "http://localhost:9/hook", Set.of(WebhookEvent.IMPORT_FINISHED));
        if (adding instanceof Adding.Added added) {
            return added.id();
        }
        return bean(Webhooks.class).all(philippa).get(0).id();
    }

    private Object studentSystem() {
        StudentSystem.Address address = new StudentSystem.Address(
                "System " + UUID.randomUUID(), "http://localhost:9", "http://localhost:9/token", "us", "");
        return ((Connecting.Connected) bean(StudentSystems.class).connect(philippa, address, "secret")).id();
    }

    private EvidenceRuleId evidenceRule() {
        EvidenceRule rule = new EvidenceRule(
                EvidenceRuleId.next(),
                "A game of Northside",
                new EvidenceRule.Matching(
                        "http://adlnet.gov/expapi/verbs/completed", "https://northside.example/game/*"),
                Optional.of(bean(Frameworks.class).curriculum().inUse().get(0).id()),
                EvidenceRule.Measure.SCORE,
                List.of(new EvidenceRule.Step(0.8, 3)),
                new Observation.Nature(Form.TEST, Depth.APPLY, Context.GAME, Purpose.FORMATIVE));
        bean(EvidenceRules.class).make(philippa, rule);
        return rule.id();
    }

    /** What Southfield gave to somebody of its own, brought for Maya; and what Northside endorsed. */
    private void elsewhere() {
        Viewer irene = viewer("irene.castellan@southfield.example");
        String document = DistrictScope.within(irene.district(), () -> {
            BadgeId badge = BadgeId.next();
            Earning seen = new Earning.ByNomination("Somebody has seen it.");
            bean(Badges.class).define(irene, new Badges.Wish(badge, "Seen", "Was seen.", seen, OptionalInt.empty()));
            StudentId student = bean(Roster.class).students().get(0).student();
            Awarding given = bean(Awards.class).give(irene, student, badge, "I saw it.");
            return bean(Issuing.class)
                    .of(bean(Awards.class)
                            .award(irene, ((Awarding.Awarded) given).award())
                            .orElseThrow())
                    .document();
        });
        name("brought", ((Bringing.Brought) bean(OutsideCredentials.class).bring(philippa, maya, document)).id());
        Endorsing endorsing = bean(Endorsements.class).give(philippa, "https://school.example/badges/1", "We know it.");
        name("endorsement", ((Endorsing.Kept) endorsing).id());
    }

    private UUID notice() {
        UUID id = UUID.randomUUID();
        bean(JdbcClient.class)
                .sql("""
                insert into messages.notice (id, district_id, reader_id, kind, student_id, subject, matter, key, at)
                values (?, ?, ?, 'needs_you', ?, 'Mathematics', 'stuck', ?, now())""")
                .params(id, philippa.district().value(), philippa.person().value(), maya.value(), id.toString())
                .update();
        return id;
    }

    private UUID correction() {
        UUID id = UUID.randomUUID();
        bean(CorrectionRequests.class)
                .ask(
                        philippa,
                        id,
                        maya,
                        new CorrectionRequest.Wish(Optional.empty(), "A name is misspelt", "Maya with a y"));
        return id;
    }

    private Object replay() {
        List<Replay> asked = bean(WhatIf.class).latest(philippa);
        if (!asked.isEmpty()) {
            return asked.get(0).id();
        }
        ChoiceDraft draft = ChoiceDraft.EMPTY.with(new ChoiceDraft.RuleChange(
                Scope.district(),
                "The last one",
                Rule.of(new Aggregation.Latest(), Requirements.reaching(4)),
                false,
                false));
        return ((Asked.Begun) bean(WhatIf.class).ask(philippa, Proposal.of(draft))).replay();
    }

    /** Gwen's group, in a hundred days: until then it changes nothing for anybody. */
    static UUID substitution(ApplicationContext context, Viewer giver) {
        UUID id = UUID.randomUUID();
        Roster roster = context.getBean(Roster.class);
        Viewer gwen = context.getBean(Accounts.class).viewer(GWEN).orElseThrow();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(100);
        Optional<String> refused = context.getBean(Substitutes.class)
                .give(
                        giver,
                        id,
                        new Substitutes.Terms(
                                roster.groupsTaughtBy(gwen.person()).get(0).id(),
                                roster.search("", Optional.of(Role.TEACHER), 500).stream()
                                        .map(Person::id)
                                        .filter(teacher -> !teacher.equals(gwen.person()))
                                        .findFirst()
                                        .orElseThrow(),
                                day,
                                day,
                                "Away with class 8"));
        refused.ifPresent(why -> {
            throw new AssertionError(why);
        });
        return id;
    }

    private Object link() {
        SharedLink.Choice choice = new SharedLink.Choice("Lakeside College", Set.of("Mathematics"), true, true);
        return ((Sharing.Shared) bean(SharedLinks.class).share(philippa, maya, choice, 30)).link();
    }

    private Object job() {
        ImportRequest asked = bean(Imports.class)
                .request(philippa, new Imports.Request("roster", "people.csv", Map.of()), text("nothing of a roster"));
        return ((ImportRequest.Accepted) asked).id();
    }

    private void name(String variable, Object id) {
        names.put(variable, id.toString());
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Viewer viewer(String signInName) {
        return accounts().viewer(signInName).orElseThrow();
    }

    private Accounts accounts() {
        return bean(Accounts.class);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
