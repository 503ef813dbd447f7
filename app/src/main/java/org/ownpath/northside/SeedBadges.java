package org.ownpath.northside;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.access.Viewer;
import org.ownpath.credential.AwardShowings;
import org.ownpath.credential.Awarding;
import org.ownpath.credential.Awards;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.Badges;
import org.ownpath.credential.CompetencySet;
import org.ownpath.credential.Defining;
import org.ownpath.credential.Earning;
import org.ownpath.roster.Person;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The badges of the school: some follow from mastery, two are given by teachers for what they have seen. */
@Component
@ConditionalOnProperty(name = "ownpath.seed", havingValue = "northside")
class SeedBadges {

    private static final Map<String, String> SEEN = Map.of(
            "Maya Okafor",
            "Maya sat with two younger students every Tuesday this autumn until both could explain ratios themselves.",
            "Noah Whitfield",
            "Noah ran the writing table for a month. Drafts came back with questions on them, never with answers.");

    private static final OptionalInt ALL = OptionalInt.empty();

    private static final Badges.Wish HELPS = new Badges.Wish(
            BadgeId.next(),
            "Helps others learn",
            "Makes others able to do it themselves.",
            new Earning.ByNomination(
                    "A teacher has seen the student help others until they could do it alone, more than once."),
            OptionalInt.of(24));

    private static final Badges.Wish FINISHES = new Badges.Wish(
            BadgeId.next(),
            "Finishes what matters",
            "Carries a long piece of work to its end.",
            new Earning.ByNomination(
                    "A teacher has seen the student take a project of four weeks or more from plan to audience."),
            OptionalInt.empty());

    private static final List<Badges.Wish> WISHES = List.of(
            mastery("Number sense", "Can be trusted with the arithmetic of every day.", set("Mathematics", 0, 5), ALL),
            mastery(
                    "Sixth-grade mathematics",
                    "Everything that the school asks of mathematics in grade 6.",
                    set("Mathematics", 6, 6),
                    ALL),
            mastery("Reads to learn", "Takes knowledge from the texts of the first grades.", set("Reading", 0, 5), ALL),
            mastery("Writes to be understood", "Says what is meant, for a reader.", set("Writing", 0, 5), ALL),
            mastery(
                    "Asks like a scientist",
                    "Twelve practices of finding out, each of them mastered.",
                    set("Science practice", 0, 12),
                    OptionalInt.of(12)),
            HELPS,
            FINISHES);

    private final Badges badges;
    private final Awards awards;
    private final AwardShowings showings;

    SeedBadges(Badges badges, Awards awards, AwardShowings showings) {
        this.badges = badges;
        this.awards = awards;
        this.showings = showings;
    }

    void make(Viewer setUp, List<Person> everybody) {
        WISHES.forEach(wish -> define(setUp, wish));
        everybody.stream().filter(person -> SEEN.containsKey(person.fullName())).forEach(person -> give(setUp, person));
    }

    private void define(Viewer setUp, Badges.Wish wish) {
        if (badges.define(setUp, wish) instanceof Defining.Refused refused) {
            throw new IllegalStateException("A badge of the seed is refused: " + refused.reason());
        }
    }

    private void give(Viewer setUp, Person person) {
        String words = String.valueOf(SEEN.get(person.fullName()));
        if (awards.give(setUp, person.student(), HELPS.id(), words) instanceof Awarding.Awarded given) {
            awards.award(setUp, given.award()).ifPresent(award -> showings.show(setUp, award, 365));
        } else {
            throw new IllegalStateException("A badge of the seed is not given to " + person.fullName());
        }
    }

    private static Badges.Wish mastery(String title, String description, CompetencySet among, OptionalInt needed) {
        Earning earning = new Earning.ByMastery(among, needed);
        return new Badges.Wish(BadgeId.next(), title, description, earning, OptionalInt.empty());
    }

    private static CompetencySet set(String subject, int lowest, int highest) {
        return new CompetencySet(Optional.of(subject), lowest, highest);
    }
}
