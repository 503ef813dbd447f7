package org.ownpath.assessment.items;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins tests: those that students start of their own accord, and those that teachers offer. */
@Component
class Beginning {

    private final AttemptRows attempts;
    private final OfferRows offers;
    private final Openings openings;
    private final TestChoices choices;
    private final Pools pools;
    private final Accommodations accommodations;
    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Beginning(
            AttemptRows attempts,
            OfferRows offers,
            Openings openings,
            TestChoices choices,
            Pools pools,
            Accommodations accommodations,
            Access access,
            Roster roster,
            Frameworks frameworks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.attempts = attempts;
        this.offers = offers;
        this.openings = openings;
        this.choices = choices;
        this.pools = pools;
        this.accommodations = accommodations;
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The competencies in which a student may start a test of their own accord. */
    Set<CompetencyId> open() {
        return openings.all().stream().filter(choices::accepted).collect(Collectors.toSet());
    }

    /** Begins a test on a competency, or goes on with the one that has begun. */
    Start start(Viewer viewer, CompetencyId competency) {
        access.require(viewer, Role.STUDENT);
        StudentId student = StudentId.of(viewer.person());
        Optional<Attempt> latest = own(student, competency);
        if (latest.isPresent() && latest.get().ended().isEmpty()) {
            return new Start.Begun(latest.get().id());
        }
        if (!choices.own(student, competency)) {
            return new Start.Refused("Here your teachers say when a test is taken. Ask one of them.");
        }
        Optional<Instant> again = latest.map(choices::again);
        if (again.isPresent() && clock.instant().isBefore(again.get())) {
            return new Start.TooSoon(again.get());
        }
        Optional<BankId> bank = openings.bank(competency).filter(found -> choices.accepted(competency));
        Optional<Competency> about = frameworks.curriculum().competency(competency);
        if (bank.isEmpty() || about.isEmpty()) {
            return new Start.Refused("There is no test on this yet. Ask your teacher for another way to show it.");
        }
        return begin(
                viewer,
                bank.get(),
                new Plan(Optional.empty(), about.get().title(), List.of(competency), Optional.empty()),
                OptionalInt.empty());
    }

    /** Begins a test that a teacher offers, or goes on with it. */
    Start take(Viewer viewer, OfferId id) {
        access.require(viewer, Role.STUDENT);
        StudentId student = StudentId.of(viewer.person());
        Optional<Offer> offer = offers.find(id)
                .filter(found -> groups(student).contains(found.terms().group()));
        Optional<Attempt> tried = attempts.of(id).stream()
                .filter(attempt -> attempt.student().equals(student))
                .findFirst();
        if (tried.isPresent()) {
            return new Start.Begun(tried.get().id());
        }
        if (offer.isEmpty() || !offer.get().open()) {
            return new Start.Refused("This test is not offered to you now. Ask your teacher.");
        }
        Offer.Terms terms = offer.get().terms();
        return begin(
                viewer,
                terms.bank(),
                new Plan(Optional.of(id), terms.title(), terms.competencies(), terms.items()),
                terms.minutes());
    }

    /** What is to be taken, before the questions are fixed. */
    private record Plan(
            Optional<OfferId> offer, String title, List<CompetencyId> competencies, Optional<List<ItemId>> items) {}

    private Start begin(Viewer viewer, BankId bank, Plan plan, OptionalInt minutes) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Pool pool = pools.now(bank);
            List<ItemId> items = plan.items().orElse(List.of());
            if (!pool.holds(items)
                    || (items.isEmpty() && plan.competencies().stream().anyMatch(c -> pool.adaptive(c) == 0))) {
                return new Start.Refused("The questions of this test have changed. Ask your teacher to offer it anew.");
            }
            AttemptId id = AttemptId.next();
            Instant now = clock.instant();
            Attempt attempt = new Attempt(
                    id,
                    StudentId.of(viewer.person()),
                    new Attempt.Test(
                            pool.id(),
                            plan.offer(),
                            plan.title(),
                            plan.competencies(),
                            plan.items(),
                            id.value().getLeastSignificantBits()),
                    now,
                    until(StudentId.of(viewer.person()), minutes, now),
                    Optional.empty());
            if (!attempts.add(attempt)) {
                return new Start.Refused("You have begun this test in another window. Go on there.");
            }
            access.audit(viewer, "test.begun", id.toString(), plan.title());
            return new Start.Begun(id);
        }));
    }

    private Optional<Instant> until(StudentId student, OptionalInt minutes, Instant now) {
        Accommodation accommodation = accommodations.of(student);
        return minutes.isEmpty() || accommodation.untimed()
                ? Optional.empty()
                : Optional.of(now.plus(accommodation.stretched(Duration.ofMinutes(minutes.getAsInt()))));
    }

    /** The latest test on a competency that the student started of their own accord. */
    Optional<Attempt> own(StudentId student, CompetencyId competency) {
        return attempts.of(student).stream()
                .filter(attempt -> attempt.test().offer().isEmpty()
                        && attempt.test().competencies().equals(List.of(competency)))
                .max(Comparator.comparing(Attempt::startedAt));
    }

    /** The groups whose tests are offered to the student. */
    Set<GroupId> groups(StudentId student) {
        return roster.groupsOf(student).stream().map(StudyGroup::id).collect(Collectors.toSet());
    }
}
