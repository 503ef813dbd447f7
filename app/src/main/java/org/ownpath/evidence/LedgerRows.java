package org.ownpath.evidence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Result;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.EditionId;
import org.ownpath.shared.PieceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds rows to the ledger: one statement for a whole piece. */
@Component
class LedgerRows {

    /** The ratings of a piece, as a table. */
    private static final String MANY =
            "unnest(:students::uuid[], :competencies::uuid[], :editions::uuid[], :results::text[], :ratings::float8[])";

    /** The only rating of a piece: a plan with one known student opens the partition of that student alone. */
    private static final String ONE = """
            (values ((:students::uuid[])[1], (:competencies::uuid[])[1], (:editions::uuid[])[1], (:results::text[])[1],
                     (:ratings::float8[])[1]))""";

    /** Adds the rows unless the piece is known, and reads what the ledger held of their pairs before. */
    private static final String ADD = """
            with rating as not materialized (
                select * from %s as t (student, competency, edition, result, rating)),
            added as (
                insert into evidence.entry
                    (district_id, student_id, competency_id, piece_id, edition_id, observer_id, recorded_by, shown_at,
                     recorded_at, rating, kind, form, depth, context, purpose, result, replaces, task, note, reason,
                     artifacts)
                select :district, t.student, t.competency, :piece, t.edition, :observer, :account, :shown,
                       :recorded, t.rating, :kind::evidence.kind, :form::evidence.form, :depth::evidence.depth,
                       :context::evidence.context, :purpose::evidence.purpose, t.result::evidence.result, :replaces,
                       :task, :note, :reason, :artifacts
                from rating t
                where not exists (select 1 from evidence.entry known where known.piece_id = :piece)
                returning 1)
            select t.student as student_id, t.competency as competency_id,
            """ + EntryRows.JUDGED_COLUMNS + """
            from rating t
            left join evidence.entry e on e.student_id = t.student and e.competency_id = t.competency
            where exists (select 1 from added)""";

    private static final String ADD_ONE = ADD.formatted(ONE);
    private static final String ADD_MANY = ADD.formatted(MANY);

    private final JdbcClient database;

    LedgerRows(JdbcClient database) {
        this.database = database;
    }

    /** What a row replaces and why. */
    record Replacement(PieceId of, String reason) {}

    /**
     * A piece on its way into the ledger.
     *
     * @param editions of the frameworks that its competencies are in
     * @param withdrawal whether the rows only take back what they replace
     */
    record Addition(
            Observation observation,
            Map<CompetencyId, EditionId> editions,
            Optional<Replacement> replacement,
            boolean withdrawal,
            Instant recordedAt) {

        /** Keeps the moment in the ledger's precision of microseconds. */
        Addition {
            recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        }

        private History added(History before, Observation.Rating rating) {
            return before.after(
                    replacement.map(Replacement::of),
                    withdrawal ? Optional.empty() : Optional.of(observation.judgedBy(rating, recordedAt)));
        }
    }

    /**
     * Adds a row for each rating, unless any row has this piece's id already; gives what the ledger holds of their pairs
     * with them, or nothing if the piece was there.
     */
    Map<Showing, History> add(Viewer viewer, Addition addition) {
        Map<Showing, History> before = before(viewer, addition);
        return before.isEmpty()
                ? before
                : addition.observation().ratings().stream()
                        .collect(Collectors.toMap(
                                Observation.Rating::showing,
                                r -> addition.added(before.getOrDefault(r.showing(), History.NONE), r)));
    }

    private Map<Showing, History> before(Viewer viewer, Addition addition) {
        List<Observation.Rating> ratings = addition.observation().ratings();
        return EntryRows.histories(database.sql(ratings.size() == 1 ? ADD_ONE : ADD_MANY)
                .params(fixed(viewer, addition))
                .param("students", texts(ratings, r -> r.student().toString()))
                .param("competencies", texts(ratings, r -> r.competency().toString()))
                .param("editions", texts(ratings, r -> edition(addition, r)))
                .param("results", texts(ratings, r -> result(r.result())))
                .param(
                        "ratings",
                        ratings.stream()
                                .map(r -> rating(r.result(), addition.withdrawal()))
                                .toArray(Double[]::new)));
    }

    private static String edition(Addition addition, Observation.Rating rating) {
        return Objects.requireNonNull(addition.editions().get(rating.competency()))
                .toString();
    }

    private static Map<String, @Nullable Object> fixed(Viewer viewer, Addition addition) {
        Observation observation = addition.observation();
        Optional<Replacement> replacement = addition.replacement();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("district", viewer.district().value());
        values.put("piece", observation.piece().value());
        values.put("observer", observation.observer().value());
        values.put("account", viewer.account().value());
        values.put("shown", Timestamp.from(observation.shownAt()));
        values.put("recorded", Timestamp.from(addition.recordedAt()));
        values.put("kind", addition.withdrawal() ? "withdrawal" : "evidence");
        values.put("form", observation.nature().form().code());
        values.put("depth", observation.nature().depth().code());
        values.put("context", observation.nature().context().code());
        values.put("purpose", observation.nature().purpose().code());
        values.put("replaces", replacement.map(r -> r.of().value()).orElse(null));
        values.put("reason", replacement.map(Replacement::reason).orElse(null));
        values.put("task", observation.task().orElse(null));
        values.put("note", observation.note().orElse(null));
        values.put(
                "artifacts",
                observation.artifacts().isEmpty()
                        ? null
                        : observation.artifacts().toArray(String[]::new));
        return values;
    }

    static String result(Result result) {
        if (result instanceof Result.Rated) {
            return "rated";
        }
        return result instanceof Result.Missed ? "missed" : "excused";
    }

    static @Nullable Double rating(Result result, boolean withdrawal) {
        return !withdrawal && result instanceof Result.Rated rated ? (Double) rated.value() : null;
    }

    private static String[] texts(List<Observation.Rating> ratings, Function<Observation.Rating, String> part) {
        return ratings.stream().map(part).toArray(String[]::new);
    }
}
