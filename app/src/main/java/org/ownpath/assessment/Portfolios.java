package org.ownpath.assessment;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of portfolios: what a student keeps across years and subjects, and says of it. */
@Component
public class Portfolios {

    private static final String PIECES = "select * from assessment.portfolio_piece where removed_at is null and ";

    private final JdbcClient database;
    private final Access access;
    private final Frameworks frameworks;
    private final Clock clock;

    Portfolios(JdbcClient database, Access access, Frameworks frameworks, Clock clock) {
        this.database = database;
        this.access = access;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** A student's portfolio, latest made first, for whoever may see the student. */
    public List<PortfolioPiece> of(Viewer viewer, StudentId student) {
        return of(viewer, student, AsOf.now());
    }

    /** What of it was kept by then, with what is said of it today. What a student has taken out since stays out. */
    public List<PortfolioPiece> of(Viewer viewer, StudentId student, AsOf asOf) {
        access.requireView(viewer, student);
        return withRatings(database.sql(PIECES + """
                student_id = :student and (:then::timestamptz is null or kept_at <= :then::timestamptz)
                order by made_on desc, kept_at desc""")
                .param("student", student.value())
                .param("then", asOf.earlier().map(Timestamp::from).orElse(null))
                .query((row, n) -> piece(row))
                .list());
    }

    /** One piece, if the viewer may see its student. */
    public Optional<PortfolioPiece> find(Viewer viewer, UUID id) {
        List<PortfolioPiece> found = withRatings(database.sql(PIECES + "id = ?")
                .param(id)
                .query((row, n) -> piece(row))
                .list());
        return found.stream()
                .filter(piece ->
                        !access.visible(viewer, List.of(piece.student())).isEmpty())
                .findFirst();
    }

    /** A student keeps a piece under the id that the form brought along: sent twice, it is kept once. */
    @Transactional
    public Reply keep(Viewer viewer, PortfolioPiece piece) {
        access.require(viewer, Role.STUDENT);
        if (!piece.student().equals(StudentId.of(viewer.person()))) {
            throw new NotAllowed("A portfolio is its student's own.");
        }
        List<String> reasons = reasons(piece);
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        database.sql("""
                insert into assessment.portfolio_piece (id, district_id, student_id, made_on, title, body, link,
                    artifacts, competencies, reflection, kept_at)
                values (:id, :district, :student, :madeOn, :title, :body, :link, :artifacts::text[], :competencies,
                    :reflection, :now) on conflict do nothing""")
                .param("id", piece.id())
                .param("district", viewer.district().value())
                .param("student", piece.student().value())
                .param("madeOn", Date.valueOf(piece.madeOn()))
                .param("title", piece.title().strip())
                .param("body", piece.body().strip())
                .param("link", piece.link().strip())
                .param("artifacts", piece.artifacts().toArray(String[]::new))
                .param("competencies", TaskRows.ids(piece.competencies()))
                .param("reflection", piece.reflection().strip())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        rate(viewer, piece.id(), piece.selfRatings());
        access.audit(viewer, "portfolio.kept", piece.id().toString(), "");
        return new Reply.Done();
    }

    /** The student says something else of a piece, or rates it anew. */
    @Transactional
    public Reply reflect(Viewer viewer, UUID id, String reflection, Map<CompetencyId, Double> selfRatings) {
        PortfolioPiece piece = own(viewer, id);
        if (reflection.length() > Asking.LONGEST) {
            return Reply.refused("The reflection has more than " + Asking.LONGEST + " characters. Keep what matters.");
        }
        List<String> reasons = new ArrayList<>();
        checkRatings(piece, selfRatings, reasons);
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        database.sql("update assessment.portfolio_piece set reflection = ? where id = ?")
                .params(reflection.strip(), id)
                .update();
        rate(viewer, id, selfRatings);
        access.audit(viewer, "portfolio.reflected", id.toString(), "");
        return new Reply.Done();
    }

    /** The student takes a piece out. */
    @Transactional
    public void remove(Viewer viewer, UUID id) {
        own(viewer, id);
        database.sql("update assessment.portfolio_piece set removed_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        access.audit(viewer, "portfolio.removed", id.toString(), "");
    }

    private PortfolioPiece own(Viewer viewer, UUID id) {
        return find(viewer, id)
                .filter(piece -> piece.student().equals(StudentId.of(viewer.person())))
                .orElseThrow(() -> new NotAllowed("This piece is not here, or not yours to change."));
    }

    private List<String> reasons(PortfolioPiece piece) {
        List<String> reasons = new ArrayList<>();
        if (piece.title().isBlank() || piece.title().length() > 200) {
            reasons.add("The title is missing or has more than 200 characters. Give it a few words.");
        }
        if (piece.body().isBlank()
                && piece.link().isBlank()
                && piece.artifacts().isEmpty()) {
            reasons.add("There is nothing to keep yet. Write something, give a link or choose a file.");
        }
        if (!piece.link().isBlank() && !Links.isAddress(piece.link())) {
            reasons.add("'" + piece.link() + "' is no address of a page. It begins with https://.");
        }
        if (piece.body().length() > 20 * Asking.LONGEST || piece.reflection().length() > Asking.LONGEST) {
            reasons.add("The text is too long. Attach it as a file.");
        }
        LocalDate today = LocalDate.now(clock);
        if (piece.madeOn().isAfter(today.plusDays(1)) || piece.madeOn().getYear() < 1990) {
            reasons.add(
                    "The day " + piece.madeOn() + " cannot be when it was made. Give the day on which it was done.");
        }
        if (frameworks.curriculum().all(piece.competencies()).size()
                != piece.competencies().size()) {
            reasons.add("One of the competencies is in no framework here. Choose from the list.");
        }
        checkRatings(piece, piece.selfRatings(), reasons);
        return reasons;
    }

    private void checkRatings(PortfolioPiece piece, Map<CompetencyId, Double> ratings, List<String> reasons) {
        Curriculum curriculum = frameworks.curriculum();
        ratings.forEach((id, rating) -> {
            Optional<Competency> competency =
                    curriculum.competency(id).filter(c -> piece.competencies().contains(c.id()));
            if (competency.isEmpty()) {
                reasons.add("One of the ratings is for something that the piece does not show. Open the page anew.");
            }
            competency.flatMap(c -> curriculum.scaleOf(c).refusal(rating)).ifPresent(reasons::add);
        });
    }

    private void rate(Viewer viewer, UUID piece, Map<CompetencyId, Double> ratings) {
        ratings.forEach((competency, rating) -> database.sql("""
                insert into assessment.self_rating (piece_id, competency_id, district_id, rating, rated_at)
                values (?, ?, ?, ?, ?) on conflict (piece_id, competency_id)
                do update set rating = excluded.rating, rated_at = excluded.rated_at""")
                .params(piece, competency.value(), viewer.district().value(), rating, Timestamp.from(clock.instant()))
                .update());
    }

    private List<PortfolioPiece> withRatings(List<PortfolioPiece> pieces) {
        Map<UUID, Map<CompetencyId, Double>> ratings = new HashMap<>();
        database.sql("select * from assessment.self_rating where piece_id = any(?)")
                .param(pieces.stream().map(PortfolioPiece::id).toArray(UUID[]::new))
                .query(row -> {
                    ratings.computeIfAbsent(row.getObject("piece_id", UUID.class), p -> new HashMap<>())
                            .put(new CompetencyId(row.getObject("competency_id", UUID.class)), row.getDouble("rating"));
                });
        return pieces.stream()
                .map(p -> new PortfolioPiece(
                        p.id(),
                        p.student(),
                        p.madeOn(),
                        p.title(),
                        p.body(),
                        p.link(),
                        p.artifacts(),
                        p.competencies(),
                        p.reflection(),
                        ratings.getOrDefault(p.id(), Map.of())))
                .toList();
    }

    private static PortfolioPiece piece(java.sql.ResultSet row) throws java.sql.SQLException {
        return new PortfolioPiece(
                row.getObject("id", UUID.class),
                new StudentId(row.getObject("student_id", UUID.class)),
                row.getDate("made_on").toLocalDate(),
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                Arrays.asList((String[]) row.getArray("artifacts").getArray()),
                Arrays.stream((UUID[]) row.getArray("competencies").getArray())
                        .map(CompetencyId::new)
                        .toList(),
                row.getString("reflection"),
                Map.of());
    }
}
