package org.ownpath.northside;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.credential.GraduationPlans;
import org.ownpath.credential.SharedLinks;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Ledger;
import org.ownpath.framework.FrameworkImport;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Rules;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.RosterImport;
import org.ownpath.roster.RosterPlan;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.Progress;
import org.ownpath.support.Blocks;
import org.ownpath.support.Plans;
import org.ownpath.support.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty installation with the school Northside and, beside it, the small district Southfield. */
@Component
@ConditionalOnProperty(name = "ownpath.seed", havingValue = "northside")
public class Northside implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Northside.class);
    private static final String PASSWORD = "northside";

    private final Accounts accounts;
    private final FrameworkImport frameworkImport;
    private final Frameworks frameworks;
    private final RosterImport rosterImport;
    private final Roster roster;
    private final Rules rules;
    private final DesignChoices choices;
    private final BulkLedger bulk;
    private final Ledger ledger;
    private final SeedAssessment assessment;
    private final Mastery mastery;
    private final Goals goals;
    private final Activities activities;
    private final PlannedActivities planned;
    private final Plans plans;
    private final Blocks blocks;
    private final Signals signals;
    private final SchoolTests tests;
    private final TestDay testDay;
    private final GraduationPlans graduation;
    private final SharedLinks links;
    private final SeedBadges badges;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Northside(
            Accounts accounts,
            FrameworkImport frameworkImport,
            Frameworks frameworks,
            RosterImport rosterImport,
            Roster roster,
            Rules rules,
            DesignChoices choices,
            BulkLedger bulk,
            Ledger ledger,
            SeedAssessment assessment,
            Mastery mastery,
            Goals goals,
            Activities activities,
            PlannedActivities planned,
            Plans plans,
            Blocks blocks,
            Signals signals,
            SchoolTests tests,
            TestDay testDay,
            GraduationPlans graduation,
            SharedLinks links,
            SeedBadges badges,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.frameworkImport = frameworkImport;
        this.frameworks = frameworks;
        this.rosterImport = rosterImport;
        this.roster = roster;
        this.rules = rules;
        this.choices = choices;
        this.bulk = bulk;
        this.ledger = ledger;
        this.assessment = assessment;
        this.mastery = mastery;
        this.goals = goals;
        this.activities = activities;
        this.planned = planned;
        this.plans = plans;
        this.blocks = blocks;
        this.signals = signals;
        this.tests = tests;
        this.testDay = testDay;
        this.graduation = graduation;
        this.links = links;
        this.badges = badges;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Somebody who can sign in to the demo. */
    public record DemoAccount(String role, String name, String signIn, String password) {}

    /** One account for each kind of person. */
    public static List<DemoAccount> demoAccounts() {
        return List.of(
                demo("Student", "Maya Okafor"),
                demo("Teacher", SeedPeople.mayasTeacher()),
                demo("School leader", SeedPeople.first("leader")),
                demo("Family of Maya", SeedPeople.mayasGuardian()),
                demo("Administrator", SeedPeople.first("administrator")));
    }

    private static DemoAccount demo(String role, String name) {
        String[] parts = name.split(" ", 2);
        return new DemoAccount(role, name, SchoolRoster.address(parts[0], parts[1], "northside.example"), PASSWORD);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        DistrictId northside = seed("northside", "Northside School", SchoolRoster.draft(), PASSWORD);
        DistrictScope.run(northside, this::choose);
        seed("southfield", "Southfield Academy", SouthfieldRoster.draft(), "southfield");
    }

    /**
     * A whole district in one transaction after its name and rule. Of a seed that was cut off there are at most those
     * two, and no students: the next start goes on from there.
     */
    private DistrictId seed(String slug, String name, RosterDraft people, String password) {
        DistrictId district = accounts.openDistrict(slug, name);
        DistrictScope.run(district, () -> {
            if (roster.students().isEmpty()) {
                LOG.info("Seeding {}; this happens once", name);
                Viewer setUp = new Viewer(
                        AccountId.next(),
                        district,
                        PersonId.next(),
                        "Setting up",
                        Set.of(Role.ADMINISTRATOR, Role.LEADER));
                if (rules.book().versions().isEmpty()) {
                    adoptRule(setUp);
                }
                transaction.executeWithoutResult(status -> fill(setUp, people, password));
                // from the states of mastery, which are counted when the transaction ends
                new SupportGroups(blocks, roster, accounts, clock.instant()).publish();
            }
        });
        return district;
    }

    /** What the leaders of the school have chosen, when nothing has been chosen yet. */
    private void choose() {
        if (choices.book().history().isEmpty()) {
            Viewer leader = accounts.viewer(
                            demo("School leader", SeedPeople.first("leader")).signIn())
                    .orElseThrow();
            transaction.executeWithoutResult(status -> new SchoolChoices(choices, leader, clock.instant()).adopt());
        }
    }

    /** Before there is evidence, so that there is nothing to judge anew. */
    private void adoptRule(Viewer setUp) {
        Preset preset = Presets.find(Presets.DEFAULT_ID, 3).orElseThrow();
        rules.adopt(
                setUp,
                Optional.empty(),
                preset.title(),
                preset.rule(),
                "Two good showings on different days tell more than one lucky one.");
    }

    private void fill(Viewer setUp, RosterDraft people, String password) {
        frameworkImport.publish(setUp, SchoolFramework.draft(), Progress.SILENT);
        if (rosterImport.apply(setUp, people, Progress.SILENT) instanceof RosterPlan.Refused refused) {
            throw new IllegalStateException("The seed roster is refused: " + refused.problems());
        }
        List<Person> everybody = openAccounts(people, password);
        Observers observers = Observers.of(roster, everybody);
        List<BulkLedger.Row> rows =
                new EvidenceGenerator(frameworks.curriculum(), everybody, observers, clock.instant()).rows();
        SchoolRecords.adoptPlan(graduation, setUp, clock.instant());
        SchoolRecords.shareWithColleges(links, setUp, everybody);
        long entries = bulk.append(setUp, rows.iterator(), Progress.SILENT);
        tests.fill(setUp, frameworks.curriculum().byName());
        testDay.happen();
        int amended = new Amendments(ledger, accounts, observers).make(everybody, rows);
        if (people.source().equals("northside")) {
            LOG.info("{} demonstrations", assessment.make());
            int wanted = new SeedGoals(goals, mastery, frameworks.curriculum(), everybody, clock.instant()).make(setUp);
            int offered = new SeedActivities(activities, planned, mastery, frameworks.curriculum(), clock.instant())
                    .make(setUp, everybody);
            LOG.info("{} goals, {} activities", wanted, offered);
            badges.make(setUp, everybody);
        }
        int planned = new SupportPlans(plans, mastery, frameworks.curriculum(), observers, clock.instant())
                .make(setUp, everybody);
        signals.lookAtEverybody();
        LOG.info(
                "{}: {} people, {} entries of evidence, {} of them amended, {} plans of support",
                people.source(),
                everybody.size(),
                entries,
                amended,
                planned);
    }

    private List<Person> openAccounts(RosterDraft people, String password) {
        String hash = accounts.hash(password);
        List<Person> everybody = new ArrayList<>();
        for (Role role : Arrays.asList(Role.values())) {
            everybody.addAll(
                    roster.search("", Optional.of(role), people.people().size()));
        }
        accounts.open(everybody.stream()
                .map(p -> new Accounts.NewAccount(p.id(), p.email().orElseThrow(), hash, p.fullName(), p.roles()))
                .toList());
        return everybody;
    }
}
