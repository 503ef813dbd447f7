package org.ownpath.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.AdoptionId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;

/** How scopes, locks and dates decide what is in force, over random histories of adoptions. */
class ScopeLawsTest {

    private static final Setting<Integer> DAYS = new Setting<>(
            "test.days",
            DesignChoice.ASSESSMENT,
            "How many days?",
            "",
            new WholeNumber(0, 999, "days"),
            1000,
            EnumSet.allOf(Scope.Kind.class));

    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final AccountId SOMEBODY = AccountId.next();

    /** The one place that is asked about, with all its scopes. */
    private static final Place PLACE = Place.DISTRICT
            .student(new StudentId(new UUID(7, 1)))
            .in(new SchoolId(new UUID(7, 2)))
            .competency("Writing", OptionalInt.of(4), new CompetencyId(new UUID(7, 3)));

    @Provide
    Arbitrary<List<AdoptedSetting<Integer>>> histories() {
        Arbitrary<Scope> here = Arbitraries.of(PLACE.scopes());
        Arbitrary<Scope> scopes = Arbitraries.oneOf(here, here, Arbitraries.of(new Scope.Subject("Reading")));
        Arbitrary<Optional<Integer>> values =
                Arbitraries.integers().between(0, 999).optional(0.8);
        return Combinators.combine(scopes, values, Arbitraries.of(true, false, false), days())
                .as(ScopeLawsTest::adopted)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 20);
    }

    @Property
    void the_narrowest_scope_that_is_set_wins_unless_a_broader_one_is_locked(
            @ForAll("histories") List<AdoptedSetting<Integer>> history, @ForAll("days") int day) {
        assertThat(inForce(history, day)).isEqualTo(byTheWords(history, day));
    }

    @Property
    void nothing_narrower_changes_what_a_lock_above_holds(
            @ForAll("histories") List<AdoptedSetting<Integer>> history, @ForAll("days") int day) {
        List<AdoptedSetting<Integer>> locked = with(history, adopted(Scope.district(), Optional.of(5), true, day));
        assertThat(inForce(locked, day)).isEqualTo(5);
        AdoptedSetting<Integer> narrower = adopted(PLACE.scopes().get(5), Optional.of(6), true, day);
        assertThat(inForce(with(locked, narrower), day)).isEqualTo(5);
    }

    @Property
    void what_is_set_for_the_student_wins_when_nothing_above_is_locked(
            @ForAll("histories") List<AdoptedSetting<Integer>> history, @ForAll("days") int day) {
        List<AdoptedSetting<Integer>> open = history.stream()
                .map(a -> new AdoptedSetting<>(a.id(), DAYS, a.scope(), a.value(), false, a.adoption()))
                .toList();
        AdoptedSetting<Integer> own = adopted(PLACE.scopes().get(5), Optional.of(6), false, day);
        assertThat(inForce(with(open, own), day)).isEqualTo(6);
    }

    @Property
    void what_takes_effect_later_changes_nothing_today(
            @ForAll("histories") List<AdoptedSetting<Integer>> history, @ForAll("days") int day) {
        List<AdoptedSetting<Integer>> known = history.stream()
                .filter(a -> !a.effectiveFrom().isAfter(day(day)))
                .toList();
        assertThat(inForce(history, day)).isEqualTo(inForce(known, day));
    }

    @Property
    void adopting_again_what_was_in_force_everywhere_restores_it(
            @ForAll("histories") List<AdoptedSetting<Integer>> history, @ForAll("days") int day) {
        ChoiceBook book = new ChoiceBook(history);
        List<AdoptedSetting<Integer>> restored = new ArrayList<>(history);
        for (Scope scope : PLACE.scopes()) {
            Optional<AdoptedSetting<Integer>> was = book.ofScope(DAYS, scope, day(day));
            restored.add(adopted(
                    scope,
                    was.flatMap(AdoptedSetting::value),
                    was.map(AdoptedSetting::locked).orElse(false),
                    21));
        }
        assertThat(inForce(restored, 21)).isEqualTo(inForce(history, day));
    }

    @Property
    void the_order_in_which_adoptions_are_read_does_not_matter(
            @ForAll("histories") List<AdoptedSetting<Integer>> history,
            @ForAll("days") int day,
            @ForAll Random random) {
        List<AdoptedSetting<Integer>> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        assertThat(inForce(shuffled, day)).isEqualTo(inForce(history, day));
    }

    @Property
    void what_is_set_for_another_part_does_not_matter(
            @ForAll("histories") List<AdoptedSetting<Integer>> history, @ForAll("days") int day) {
        Scope elsewhere = new Scope.Subject("Reading");
        List<AdoptedSetting<Integer>> without =
                history.stream().filter(a -> !a.scope().equals(elsewhere)).toList();
        assertThat(inForce(history, day)).isEqualTo(inForce(without, day));
    }

    @Property
    void every_scope_is_read_from_its_own_code(@ForAll("histories") List<AdoptedSetting<Integer>> history) {
        assertThat(history)
                .allSatisfy(a -> assertThat(Scope.of(a.scope().code())).contains(a.scope()));
    }

    /** What the words of the law say, spelled out without any index. */
    private static int byTheWords(List<AdoptedSetting<Integer>> history, int day) {
        int value = DAYS.usual();
        for (Scope scope : PLACE.scopes()) {
            AdoptedSetting<Integer> latest = null;
            for (AdoptedSetting<Integer> each : history) {
                boolean counts =
                        each.scope().equals(scope) && !each.effectiveFrom().isAfter(day(day));
                boolean later = latest == null
                        || each.effectiveFrom().isAfter(latest.effectiveFrom())
                        || (each.effectiveFrom().equals(latest.effectiveFrom())
                                && each.id().compareTo(latest.id()) > 0);
                latest = counts && later ? each : latest;
            }
            if (latest != null && latest.value().isPresent()) {
                value = latest.value().get();
                if (latest.locked()) {
                    return value;
                }
            }
        }
        return value;
    }

    private static int inForce(List<AdoptedSetting<Integer>> history, int day) {
        return new ChoiceBook(history).inForce(DAYS, PLACE, day(day));
    }

    private static List<AdoptedSetting<Integer>> with(
            List<AdoptedSetting<Integer>> history, AdoptedSetting<Integer> another) {
        List<AdoptedSetting<Integer>> all = new ArrayList<>(history);
        all.add(another);
        return all;
    }

    private static AdoptedSetting<Integer> adopted(Scope scope, Optional<Integer> value, boolean locked, int day) {
        Adoption adoption = new Adoption(AdoptionId.next(), day(day), SOMEBODY, START, "To see");
        return new ChoiceDraft.SettingChange<>(DAYS, scope, value, locked).adopted(adoption);
    }

    private static Instant day(int day) {
        return START.plus(day, ChronoUnit.DAYS);
    }
}
