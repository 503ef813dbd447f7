package org.ownpath.northside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Accommodation;
import org.ownpath.assessment.items.Accommodations;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.Offer;
import org.ownpath.assessment.items.Offered;
import org.ownpath.assessment.items.Start;
import org.ownpath.assessment.items.TestOffers;
import org.ownpath.assessment.items.Tests;
import org.ownpath.assessment.items.Turn;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.assessment.items.question.ExtendedText;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.springframework.stereotype.Component;

/** The day on which Gwen Abernathy's groups took tests at Northside. Whoever has a story to tell takes none. */
@Component
class TestDay {

    private static final long SEED = 1618;
    private static final List<String> ESSAYS = List.of(
            "Sam forgot that the 2 belongs to both parts of the bracket. It has to be 2x + 6 = 14, so 2x = 8 and x = 4. "
                    + "Check: 2(4 + 3) = 14.",
            "You have to multiply the 3 too. 2x + 6 = 14. x = 4",
            "He should divide by 2 first: x + 3 = 7, then x = 4. If you put 4 in you get 2 times 7, that is 14, so it is right. "
                    + "With 5.5 you would get 17.",
            "x is 4 because 4 + 3 is 7 and 2 times 7 is 14.",
            "He did the first step wrong. I would do 2x + 3 = 14 minus 3.");

    private final ItemBanks banks;
    private final TestOffers offers;
    private final Tests tests;
    private final Accommodations accommodations;
    private final Accounts accounts;
    private final Roster roster;
    private final Frameworks frameworks;

    TestDay(
            ItemBanks banks,
            TestOffers offers,
            Tests tests,
            Accommodations accommodations,
            Accounts accounts,
            Roster roster,
            Frameworks frameworks) {
        this.banks = banks;
        this.offers = offers;
        this.tests = tests;
        this.accommodations = accommodations;
        this.accounts = accounts;
        this.roster = roster;
        this.frameworks = frameworks;
    }

    /** Only where there is such a teacher. */
    void happen() {
        accounts.viewer("gwen.abernathy@northside.example")
                .filter(gwen -> roster.person(gwen.person()).isPresent())
                .ifPresent(this::happen);
    }

    private void happen(Viewer gwen) {
        BankId bank = banks.banks(gwen).stream()
                .filter(each -> each.words().subject().equals("Mathematics"))
                .findFirst()
                .orElseThrow()
                .id();
        Map<ItemId, Item> items = new HashMap<>();
        banks.items(gwen, bank).forEach(item -> items.put(item.id(), item));
        List<StudyGroup> groups = roster.groupsTaughtBy(gwen.person());
        group(groups, "Mathematics Lab 6-7").ifPresent(lab -> {
            offer(gwen, adaptive(bank, lab, "Signed numbers and equations", "MA.7.SIGNED", "MA.7.EQN"), items);
            accommodate(gwen, lab);
        });
        group(groups, "Mathematics 8").ifPresent(eight -> offer(gwen, fixed(bank, eight, items), items));
    }

    private static Optional<StudyGroup> group(List<StudyGroup> groups, String begins) {
        return groups.stream().filter(group -> group.name().startsWith(begins)).findFirst();
    }

    private Offer.Terms adaptive(BankId bank, StudyGroup group, String title, String... codes) {
        List<CompetencyId> competencies =
                Stream.of(codes).map(frameworks.curriculum().byName()::get).toList();
        return new Offer.Terms(bank, group.id(), title, competencies, Optional.empty(), OptionalInt.empty());
    }

    private Offer.Terms fixed(BankId bank, StudyGroup group, Map<ItemId, Item> items) {
        CompetencyId equations = frameworks.curriculum().byName().get("MA.7.EQN");
        List<ItemId> chosen = items.values().stream()
                .filter(item -> item.content().competency().equals(equations))
                .sorted(java.util.Comparator.comparing(item -> item.content().label()))
                .map(Item::id)
                .limit(6)
                .toList();
        return new Offer.Terms(
                bank,
                group.id(),
                "Equations, all the same",
                List.of(equations),
                Optional.of(chosen),
                OptionalInt.of(30));
    }

    private void offer(Viewer gwen, Offer.Terms terms, Map<ItemId, Item> items) {
        if (!(offers.offer(gwen, terms) instanceof Offered.Open open)) {
            throw new IllegalStateException("The seed test '" + terms.title() + "' is refused");
        }
        List<Person> students = roster.studentsOf(terms.group()).stream()
                .filter(student -> !Stories.toldOf(student.fullName()))
                .toList();
        for (int i = 0; i < students.size(); i++) {
            Random chance = new Random(SEED + i);
            // some have not begun, and every ninth is in the middle of it
            if (i % 6 != 5) {
                take(students.get(i), open, items, chance, i % 9 == 7 ? 3 : Integer.MAX_VALUE);
            }
        }
    }

    private void take(Person student, Offered.Open offer, Map<ItemId, Item> items, Random chance, int questions) {
        Viewer viewer = accounts.viewer(student.email().orElseThrow()).orElseThrow();
        if (!(tests.take(viewer, offer.id()) instanceof Start.Begun begun)) {
            throw new IllegalStateException(student.fullName() + " cannot begin the seed test");
        }
        double ability = 0.5 + chance.nextGaussian();
        AttemptId attempt = begun.attempt();
        Optional<Turn> turn = tests.turn(viewer, attempt);
        for (int i = 0; turn.isPresent() && i < questions; i++) {
            ItemId item = turn.get().asked().item();
            Item asked = java.util.Objects.requireNonNull(items.get(item));
            boolean right = chance.nextDouble() < asked.strength().curve().probability(ability);
            Answer answer = answer(asked, right, chance);
            tests.answer(viewer, attempt, new Tests.Given(item, answer), answer.blank());
            turn = tests.turn(viewer, attempt);
        }
    }

    private static Answer answer(Item item, boolean right, Random chance) {
        if (item.content().question() instanceof ExtendedText) {
            return Answer.of("essay", ESSAYS.get(chance.nextInt(ESSAYS.size())));
        }
        return right ? item.content().question().rightAnswer() : new Answer(Map.of());
    }

    private void accommodate(Viewer gwen, StudyGroup group) {
        roster.studentsOf(group.id()).stream()
                .filter(student -> !Stories.toldOf(student.fullName()))
                .limit(2)
                .forEach(student -> accommodations.give(
                        gwen, student.student(), new Accommodation(50, true, false, "Reads with a screen magnifier.")));
    }
}
