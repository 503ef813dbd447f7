package org.ownpath.evidence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Result;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.shared.PieceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds rows to the ledger: one statement for a whole piece. */
@Component
class LedgerRows {

    private static final String INSERT = """
            insert into evidence.entry
                (district_id, student_id, competency_id, piece_id, edition_id, observer_id, recorded_by, shown_at,
                 recorded_at, rating, kind, form, depth, context, purpose, result, replaces, task, note, reason,
                 artifacts)
            select :district, t.student, t.competency, :piece, t.edition, :observer, :account, :shown,
                   :recorded, t.rating, :kind::evidence.kind, :form::evidence.form, :depth::evidence.depth,
                   :context::evidence.context, :purpose::evidence.purpose, t.result::evidence.result, :replaces,
                   :task, :note, :reason, :artifacts
            from unnest(:students::uuid[], :competencies::uuid[], :editions::uuid[], :results::text[],
                        :ratings::float8[]) as t (student, competency, edition, result, rating)
            where not exists (select 1 from evidence.entry known where known.piece_id = :piece)""";

    private final JdbcClient database;

    LedgerRows(JdbcClient database) {
        this.database = database;
    }

    /** What a row replaces and why. */
    record Replacement(PieceId of, String reason) {}

    /**
     * Adds a row for each rating, unless any row has this piece's id already; gives how many were added.
     *
     * @param withdrawal whether the rows only take back what they replace
     */
    int add(
            Viewer viewer,
            Observation observation,
            boolean withdrawal,
            Optional<Replacement> replacement,
            Instant now,
            Curriculum curriculum) {
        List<Observation.Rating> ratings = observation.ratings();
        return database.sql(INSERT)
                .params(fixed(viewer, observation, withdrawal, replacement, now))
                .param("students", texts(ratings, r -> r.student().toString()))
                .param("competencies", texts(ratings, r -> r.competency().toString()))
                .param("editions", texts(ratings, r -> edition(curriculum, r).toString()))
                .param("results", texts(ratings, r -> result(r.result())))
                .param(
                        "ratings",
                        ratings.stream()
                                .map(r -> rating(r.result(), withdrawal))
                                .toArray(Double[]::new))
                .update();
    }

    private static Map<String, @Nullable Object> fixed(
            Viewer viewer,
            Observation observation,
            boolean withdrawal,
            Optional<Replacement> replacement,
            Instant now) {
        Map<String, @Nullable Object> values = new java.util.HashMap<>();
        values.put("district", viewer.district().value());
        values.put("piece", observation.piece().value());
        values.put("observer", observation.observer().value());
        values.put("account", viewer.account().value());
        values.put("shown", Timestamp.from(observation.shownAt()));
        values.put("recorded", Timestamp.from(now));
        values.put("kind", withdrawal ? "withdrawal" : "evidence");
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

    static UUID edition(Curriculum curriculum, Observation.Rating rating) {
        Competency competency = curriculum.competency(rating.competency()).orElseThrow();
        return curriculum.frameworkOf(competency).edition().value();
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
