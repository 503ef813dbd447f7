package org.ownpath.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Hours;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** What the school has chosen about groups by readiness: at which hours they meet, and whose ages go together. */
@Component
class BlockChoices {

    private final DesignChoices choices;
    private final Roster roster;
    private final Clock clock;

    BlockChoices(DesignChoices choices, Roster roster, Clock clock) {
        this.choices = choices;
        this.roster = roster;
        this.clock = clock;
    }

    /** The hours of the school, as lines to be read; none where groups meet at any hour. */
    List<Hours> hours() {
        return choices.book().inForce(Settings.HOURS, Place.DISTRICT, clock.instant());
    }

    /** The hours of the school that a block lies in. */
    Optional<Hours> hours(Block.Time time) {
        return Hours.of(hours(), time.day(), time.from(), time.to());
    }

    /** Why a block cannot be at that time; empty when it can. */
    Optional<String> refusal(Block.Time time) {
        List<Hours> hours = hours();
        return hours.isEmpty() || hours(time).isPresent()
                ? Optional.empty()
                : Optional.of("It lies outside the hours of the school. Choose a time within "
                        + hours.stream().map(Hours::toString).collect(Collectors.joining("; ")) + ".");
    }

    /** Those of these students who may not be in one group, for their ages are too far apart. Without a birthday anybody may. */
    List<BlockRequest.Pair> farApart(Collection<StudentId> students, String subject) {
        return farApart(
                students,
                choices.book().inForce(Settings.AGES_TOGETHER, Place.DISTRICT.subject(subject), clock.instant()));
    }

    /** The same by another number of years; 0 keeps nobody apart. */
    List<BlockRequest.Pair> farApart(Collection<StudentId> students, int years) {
        return years == 0 ? List.of() : pairs(eldestFirst(students), years);
    }

    private static List<BlockRequest.Pair> pairs(List<Born> born, int years) {
        List<BlockRequest.Pair> pairs = new ArrayList<>();
        for (int elder = 0; elder < born.size(); elder++) {
            LocalDate last = born.get(elder).on().plusYears(years);
            for (Born younger : born.subList(elder + 1, born.size())) {
                if (younger.on().isAfter(last)) {
                    pairs.add(new BlockRequest.Pair(born.get(elder).student(), younger.student()));
                }
            }
        }
        return pairs;
    }

    private record Born(StudentId student, LocalDate on) {}

    private List<Born> eldestFirst(Collection<StudentId> students) {
        return roster.people(students.stream().map(StudentId::person).toList()).values().stream()
                .flatMap(person -> person.birthDate().map(on -> new Born(person.student(), on)).stream())
                .sorted(Comparator.comparing(Born::on).thenComparing(Born::student))
                .toList();
    }
}
