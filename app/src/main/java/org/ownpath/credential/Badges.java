package org.ownpath.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.shared.DistrictId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of badges: which ones the district gives, and for what. A badge is retired, never edited. */
@Component
public class Badges {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_TEXT = 1000;

    private final JdbcClient database;
    private final Access access;
    private final Schoolings schoolings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Badges(JdbcClient database, Access access, Schoolings schoolings, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.access = access;
        this.schoolings = schoolings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A badge as somebody writes it.
     *
     * @param id made by the form, so that a form that is sent twice makes one badge
     */
    public record Wish(BadgeId id, String title, String description, Earning earning, OptionalInt months) {}

    /** There is another badge to be earned by mastery. */
    record BadgeMade(DistrictId district) {}

    /** All of the current district, those that can be earned first, by title. */
    public List<Badge> all() {
        return database.sql("select * from credential.badge order by retired_at is not null, title, id")
                .query(Badges::badge)
                .list();
    }

    /** The badge with this id. */
    public Optional<Badge> badge(BadgeId id) {
        return all().stream().filter(badge -> badge.id().equals(id)).findFirst();
    }

    /** The competencies that a badge stands for; none where a teacher says who has earned it. */
    public List<Competency> competencies(Badge badge) {
        return badge.earning() instanceof Earning.ByMastery mastery
                ? schoolings.now().of(mastery.among())
                : List.of();
    }

    /** Makes a badge. Whoever has mastered what it asks for gets it at once. */
    @Transactional
    public Defining define(Viewer viewer, Wish wish) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Optional<String> problem = problem(wish);
        if (problem.isPresent()) {
            return new Defining.Refused(problem.get());
        }
        if (insert(viewer, wish)) {
            access.audit(
                    viewer, "badge.defined", wish.id().toString(), wish.title().strip());
            events.publishEvent(new BadgeMade(viewer.district()));
        }
        return new Defining.Defined(wish.id());
    }

    /** From now on nobody earns it any more; whoever has it keeps it. */
    @Transactional
    public void retire(Viewer viewer, BadgeId badge) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        int retired = database.sql("update credential.badge set retired_at = ? where id = ? and retired_at is null")
                .params(Timestamp.from(clock.instant()), badge.value())
                .update();
        if (retired == 1) {
            access.audit(viewer, "badge.retired", badge.toString(), "");
        }
    }

    private Optional<String> problem(Wish wish) {
        if (wish.title().isBlank() || wish.title().length() > LONGEST_TITLE) {
            return Optional.of("Give the badge a title of up to " + LONGEST_TITLE + " characters.");
        }
        if (wish.description().isBlank() || wish.description().length() > LONGEST_TEXT) {
            return Optional.of("Say what the badge stands for, in up to " + LONGEST_TEXT + " characters.");
        }
        if (wish.months().isPresent()
                && (wish.months().getAsInt() < 1 || wish.months().getAsInt() > 120)) {
            return Optional.of("A badge is good for 1 to 120 months, or for good.");
        }
        return problem(wish.earning());
    }

    private Optional<String> problem(Earning earning) {
        if (earning instanceof Earning.ByNomination nomination) {
            return nomination.criteria().isBlank() || nomination.criteria().length() > LONGEST_TEXT
                    ? Optional.of("Say what a teacher has to have seen, in up to " + LONGEST_TEXT + " characters.")
                    : Optional.empty();
        }
        Earning.ByMastery mastery = (Earning.ByMastery) earning;
        if (mastery.among().lowest() > mastery.among().highest()) {
            return Optional.of("The first grade is above the last. Put the lower one first.");
        }
        int size = schoolings.now().of(mastery.among()).size();
        int needed = mastery.needed().orElse(1);
        return needed < 1 || needed > size
                ? Optional.of("There are " + size + " competencies in "
                        + mastery.among().words() + ". Ask for 1 to " + size + " of them, or choose other grades.")
                : Optional.empty();
    }

    private boolean insert(Viewer viewer, Wish wish) {
        Optional<Earning.ByMastery> mastery =
                wish.earning() instanceof Earning.ByMastery by ? Optional.of(by) : Optional.empty();
        Optional<CompetencySet> among = mastery.map(Earning.ByMastery::among);
        return database.sql("""
                insert into credential.badge (id, district_id, title, description, subject, lowest_level, highest_level,
                    needed, criteria, months, made_by, made_at)
                values (:id, :district, :title, :description, :subject, :lowest, :highest, :needed, :criteria, :months,
                    :by, :at)
                on conflict (id) do nothing""")
                        .param("id", wish.id().value())
                        .param("district", DistrictScope.require().value())
                        .param("title", wish.title().strip())
                        .param("description", wish.description().strip())
                        .param("subject", among.flatMap(CompetencySet::subject).orElse(null))
                        .param("lowest", among.map(CompetencySet::lowest).orElse(null))
                        .param("highest", among.map(CompetencySet::highest).orElse(null))
                        .param(
                                "needed",
                                mastery.map(Earning.ByMastery::needed)
                                        .filter(OptionalInt::isPresent)
                                        .map(OptionalInt::getAsInt)
                                        .orElse(null))
                        .param(
                                "criteria",
                                mastery.isPresent()
                                        ? null
                                        : wish.earning().criteria().strip())
                        .param(
                                "months",
                                wish.months().isPresent() ? wish.months().getAsInt() : null)
                        .param("by", viewer.account().value())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static Badge badge(ResultSet row, int n) throws SQLException {
        Timestamp retired = row.getTimestamp("retired_at");
        return new Badge(
                new BadgeId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("description"),
                earning(row),
                number(row, "months"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(retired).map(Timestamp::toInstant));
    }

    private static Earning earning(ResultSet row) throws SQLException {
        String criteria = row.getString("criteria");
        return criteria != null
                ? new Earning.ByNomination(criteria)
                : new Earning.ByMastery(
                        new CompetencySet(
                                Optional.ofNullable(row.getString("subject")),
                                row.getInt("lowest_level"),
                                row.getInt("highest_level")),
                        number(row, "needed"));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
