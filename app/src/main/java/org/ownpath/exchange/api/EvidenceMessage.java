package org.ownpath.exchange.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the interface for evidence. Every field may be missing in what a program sends. */
final class EvidenceMessage {

    private EvidenceMessage() {}

    /** A piece of evidence. */
    @Schema(name = "Evidence")
    record Piece(
            @Schema(
                    description = "A UUID that the sender chooses. Sending the same piece again stores nothing twice.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String id,

            @Schema(
                    description = "When it was shown, ISO 8601 with an offset",
                    example = "2026-03-02T10:15:00Z",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String shownAt,

            @Schema(example = "performance_task", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String form,

            @Schema(description = "recall, apply or create; apply where it is missing") @Nullable
            String depth,

            @Schema(description = "class, home, online ...; class where it is missing") @Nullable
            String context,

            @Schema(description = "formative or summative; summative where it is missing") @Nullable
            String purpose,

            @Schema(description = "What the students were asked to do") @Nullable
            String task,

            @Nullable String note,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<Rating> ratings) {}

    /** How one student did in one competency: a rating or a result, not both. */
    @Schema(name = "Rating")
    record Rating(
            @Schema(
                    description = "The student's id here, or the key that the roster's source knows",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String student,

            @Schema(description = "The competency's id here, or its code", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String competency,

            @Schema(description = "A value on the competency's scale") @Nullable
            Double rating,

            @Schema(description = "missed or excused, where there is no rating") @Nullable
            String result) {}

    /** Why a piece is to be taken back. */
    @Schema(name = "Withdrawal")
    record Withdrawal(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /** What became of it. */
    @Schema(name = "Outcome")
    record Answer(
            @Schema(description = "stored, already_stored, conflict or refused")
            String outcome,

            @Nullable String piece,

            @Schema(description = "Why not, each with the value and the remedy")
            List<String> reasons) {}

    /** How a student stands in one competency. */
    @Schema(name = "Standing")
    record Standing(
            String competency,
            @Nullable String code,
            String subject,
            String title,

            @Schema(description = "too_little_evidence, not_yet, mastered or needs_refresh")
            String state,

            @Nullable Double value,
            int pieces,
            @Nullable String masteredAt,
            @Nullable String lastShownAt) {}
}
