package org.ownpath.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of sharing: links that show what was chosen, to whoever has them, until a day or until taken back. */
@Component
public class SharedLinks {

    /** The longest that a link may open: a year's round of applications. */
    public static final int MOST_DAYS = 365;

    private static final int LONGEST_RECIPIENT = 120;

    private static final String LINK = """
            select l.*, o.opened, o.last_opened
            from credential.shared_link l
            left join lateral (select count(*) as opened, max(at) as last_opened
                               from credential.link_opening where link_id = l.id) o on true
            """;

    private final JdbcClient database;
    private final Access access;
    private final Schoolings schoolings;
    private final Clock clock;

    SharedLinks(JdbcClient database, Access access, Schoolings schoolings, Clock clock) {
        this.database = database;
        this.access = access;
        this.schoolings = schoolings;
        this.clock = clock;
    }

    /** Whether the viewer may share this student's record: the student, or who keeps the school's records. */
    public boolean mayShare(Viewer viewer, StudentId student) {
        return viewer.seesWholeDistrict()
                || (viewer.is(Role.STUDENT) && StudentId.of(viewer.person()).equals(student));
    }

    /** Makes a link that opens for so many days. */
    @Transactional
    public Sharing share(Viewer viewer, StudentId student, SharedLink.Choice choice, int days) {
        requireShare(viewer, student);
        Optional<String> problem = problem(choice, days);
        if (problem.isPresent()) {
            return new Sharing.Refused(problem.get());
        }
        LinkId id = LinkId.next();
        SecretToken token = SecretToken.next();
        Instant now = clock.instant();
        database.sql("""
                insert into credential.shared_link (id, district_id, student_id, recipient, subjects, evidence,
                    dispositions, token_hash, created_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        viewer.district().value(),
                        student.value(),
                        choice.recipient().strip(),
                        choice.subjects().toArray(String[]::new),
                        choice.evidence(),
                        choice.dispositions(),
                        token.hash(),
                        viewer.account().value(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(Duration.ofDays(days))))
                .update();
        access.audit(viewer, "transcript.shared", student.toString(), "for " + days + " days");
        return new Sharing.Shared(id, token.text());
    }

    /** The student's links, newest first. */
    public List<SharedLink> of(Viewer viewer, StudentId student) {
        requireShare(viewer, student);
        return database.sql(LINK + "where l.student_id = ? order by l.created_at desc")
                .param(student.value())
                .query(SharedLinks::link)
                .list();
    }

    /** Takes a link back; false when the student has no such link that still opens. */
    @Transactional
    public boolean revoke(Viewer viewer, StudentId student, LinkId link) {
        requireShare(viewer, student);
        boolean revoked = database.sql("""
                update credential.shared_link set revoked_at = ?
                where id = ? and student_id = ? and revoked_at is null""")
                        .params(Timestamp.from(clock.instant()), link.value(), student.value())
                        .update()
                == 1;
        if (revoked) {
            access.audit(viewer, "transcript.unshared", student.toString(), "");
        }
        return revoked;
    }

    /** The academic subjects that a link can show. */
    public List<String> subjects() {
        Schooling schooling = schoolings.now();
        return schooling.curriculum().subjects().stream()
                .filter(subject -> !schooling.conventions().apart(subject))
                .toList();
    }

    /** The district whose link this token opens, in whichever it is. */
    public Optional<DistrictId> district(String token) {
        return database.sql("select d.id from credential.district_of_link(?) as d (id) where d.id is not null")
                .param(new SecretToken(token).hash())
                .query(UUID.class)
                .optional()
                .map(DistrictId::new);
    }

    /** What the token opens at this moment within the current district, and notes that it was opened. */
    @Transactional
    public Optional<SharedLink> open(String token) {
        Instant now = clock.instant();
        Optional<SharedLink> found = database.sql(LINK + "where l.token_hash = ?")
                .param(new SecretToken(token).hash())
                .query(SharedLinks::link)
                .optional()
                .filter(link -> link.opensAt(now));
        found.ifPresent(link -> noteOpening(link.id(), now));
        return found;
    }

    /** Once a minute at most, so that nobody fills the table by opening a link over and over. */
    private void noteOpening(LinkId link, Instant now) {
        database.sql("""
                insert into credential.link_opening (id, district_id, link_id, at)
                select :id, :district, :link, :now::timestamptz
                where not exists (select from credential.link_opening
                                  where link_id = :link and at > :now::timestamptz - interval '1 minute')""")
                .param("id", TimeOrdered.next())
                .param("district", DistrictScope.require().value())
                .param("link", link.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    private void requireShare(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        if (!mayShare(viewer, student)) {
            throw new NotAllowed("A record is shared by the student or by the school's office.");
        }
    }

    private Optional<String> problem(SharedLink.Choice choice, int days) {
        if (choice.recipient().isBlank() || choice.recipient().length() > LONGEST_RECIPIENT) {
            return Optional.of("Write for whom the link is, in up to " + LONGEST_RECIPIENT + " characters.");
        }
        if (choice.subjects().isEmpty() || !subjects().containsAll(choice.subjects())) {
            return Optional.of("Choose at least one subject to show.");
        }
        return days >= 1 && days <= MOST_DAYS
                ? Optional.empty()
                : Optional.of("A link opens for 1 to " + MOST_DAYS + " days, not " + days + ".");
    }

    private static SharedLink link(ResultSet row, int n) throws SQLException {
        return new SharedLink(
                new LinkId(row.getObject("id", UUID.class)),
                new StudentId(row.getObject("student_id", UUID.class)),
                new SharedLink.Choice(
                        row.getString("recipient"),
                        Set.copyOf(Arrays.asList(
                                (String[]) row.getArray("subjects").getArray())),
                        row.getBoolean("evidence"),
                        row.getBoolean("dispositions")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("revoked_at")),
                row.getLong("opened"),
                instant(row.getTimestamp("last_opened")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
