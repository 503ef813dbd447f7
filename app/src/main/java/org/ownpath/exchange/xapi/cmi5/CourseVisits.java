package org.ownpath.exchange.xapi.cmi5;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.PassingTokens;
import org.ownpath.access.Role;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.GivenStates;
import org.ownpath.exchange.xapi.LearningRecords;
import org.ownpath.exchange.xapi.LearningVisit;
import org.ownpath.shared.ActivityId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The front door to opening units of courses: somebody is sent there with what the standard has a unit told, and what the
 * unit is then let in by is for this visit alone.
 */
@Component
public class CourseVisits implements PassingTokens {

    /** For so long a unit may be open. */
    static final Duration LASTS = Duration.ofHours(12);

    /** For so long it may still send what happened before its end. */
    static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private static final String PREFIX = "visit.";

    private final CourseRows courses;
    private final VisitRows rows;
    private final CourseStandings standings;
    private final CourseStatements statements;
    private final CourseAddress address;
    private final GivenStates states;
    private final Accounts accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CourseVisits(
            CourseRows courses,
            VisitRows rows,
            CourseStandings standings,
            CourseStatements statements,
            CourseAddress address,
            GivenStates states,
            Accounts accounts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.courses = courses;
        this.rows = rows;
        this.standings = standings;
        this.statements = statements;
        this.address = address;
        this.states = states;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Opens the unit that an activity is: the address to follow. Students do it so that it counts, all others look around.
     * A visit of the same course that was not ended is ended before.
     *
     * @return empty where the activity is no unit of a course that can be opened
     */
    @Transactional
    public Optional<URI> open(Viewer viewer, ActivityId activity) {
        return courses.ofActivity(activity).map(offered -> {
            Course course = courses.find(offered.course()).orElseThrow();
            return open(viewer, course, course.structure().unit(offered.unit()).orElseThrow());
        });
    }

    private URI open(Viewer viewer, Course course, CourseStructure.Unit unit) {
        VisitRows.Registration registration = standings.registered(course, viewer.person());
        rows.underWay(registration.id()).forEach(visit -> abandon(visit, course));
        Instant now = clock.instant();
        Progress progress = rows.progress(registration.id()).getOrDefault(unit.number(), Progress.NONE);
        Visit visit = new Visit(
                UUID.randomUUID(),
                new Visit.On(registration.id(), course.id(), unit.number(), viewer.person()),
                mode(viewer, progress, unit),
                now,
                now,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        VisitRows.Secrets secrets = VisitRows.Secrets.next();
        rows.open(visit, secrets, LASTS);
        statements.launched(visit, course, unit);
        LearningVisit learning = learning(visit, course, unit);
        states.leave(
                LearningRecords.ownpath(),
                learning,
                LaunchDocument.of(visit, unit, address.back(learning)).toString());
        return address(learning, unit, secrets);
    }

    private static Visit.Mode mode(Viewer viewer, Progress progress, CourseStructure.Unit unit) {
        if (!viewer.is(Role.STUDENT)) {
            return Visit.Mode.BROWSE;
        }
        return progress.exhausted(unit.asks()) ? Visit.Mode.REVIEW : Visit.Mode.NORMAL;
    }

    private LearningVisit learning(Visit visit, Course course, CourseStructure.Unit unit) {
        return new LearningVisit(
                visit.id(),
                address.agent(visit.on().person()).toString(),
                visit.on().registration(),
                address.iri(course.id(), unit));
    }

    private URI address(LearningVisit learning, CourseStructure.Unit unit, VisitRows.Secrets secrets) {
        String there = unit.start().elsewhere()
                ? unit.start().url()
                : address.file(secrets.files(), unit.start().url());
        // what the author's address asks for stays as it was written
        String launch = UriComponentsBuilder.newInstance()
                .queryParam("endpoint", "{endpoint}")
                .queryParam("fetch", "{fetch}")
                .queryParam("actor", "{actor}")
                .queryParam("registration", "{registration}")
                .queryParam("activityId", "{activityId}")
                .encode()
                .buildAndExpand(
                        address.endpoint(),
                        address.fetch(secrets.fetch()),
                        learning.agent(),
                        learning.registration(),
                        learning.activity())
                .toUri()
                .getRawQuery();
        int fragment = there.indexOf('#');
        String before = fragment < 0 ? there : there.substring(0, fragment);
        String after = fragment < 0 ? "" : there.substring(fragment);
        return URI.create(before + (before.contains("?") ? "&" : "?") + launch + after);
    }

    /** Ends visits that nobody has ended in their time. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void endOverdue() {
        accounts.districts()
                .forEach(district -> DistrictScope.run(
                        district,
                        () -> rows.overdue(clock.instant())
                                .forEach(visit -> abandon(
                                        visit, courses.find(visit.on().course()).orElseThrow()))));
    }

    /** Both or nothing: it is told once that a visit was abandoned. */
    private void abandon(Visit visit, Course course) {
        transaction.executeWithoutResult(status -> {
            rows.keep(ended(visit));
            statements.abandoned(
                    visit, course, course.structure().unit(visit.on().unit()).orElseThrow());
        });
    }

    private Visit ended(Visit visit) {
        return new Visit(
                visit.id(),
                visit.on(),
                visit.mode(),
                visit.openedAt(),
                visit.lastAt(),
                visit.said(),
                visit.beganAt(),
                visit.terminatedAt(),
                Optional.of(clock.instant()));
    }

    /** What lets a unit in, for this secret, once; empty where it was fetched before or the visit is over. */
    @Transactional
    Optional<String> fetch(String secret) {
        SecretToken token = new SecretToken(
                PREFIX + accounts.districtSlug() + "." + SecretToken.next().text());
        return rows.ofFetch(new SecretToken(secret))
                .filter(visit -> rows.give(visit.id(), token, clock.instant()))
                .map(visit ->
                        Base64.getEncoder().encodeToString(("unit:" + token.text()).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a secret was ever given to be fetched with. */
    boolean knows(String secret) {
        return rows.ofFetch(new SecretToken(secret)).isPresent();
    }

    /** A file of the course that is open by this secret. */
    Optional<byte[]> file(String secret, String path) {
        return rows.ofFiles(new SecretToken(secret), clock.instant())
                .flatMap(visit -> courses.file(visit.on().course(), path));
    }

    @Override
    public Optional<Passing> passing(String token) {
        String[] parts = token.split("\\.", 3);
        if (!token.startsWith(PREFIX) || parts.length != 3) {
            return Optional.empty();
        }
        return accounts.district(parts[1])
                .flatMap(district -> DistrictScope.within(
                        district,
                        () -> rows.ofToken(new SecretToken(token), clock.instant(), AFTERWARDS)
                                .flatMap(this::passing)));
    }

    private Optional<Passing> passing(Visit visit) {
        Course course = courses.find(visit.on().course()).orElseThrow();
        CourseStructure.Unit unit = course.structure().unit(visit.on().unit()).orElseThrow();
        return accounts.viewer(course.account()).map(viewer -> new Passing(viewer, learning(visit, course, unit)));
    }
}
