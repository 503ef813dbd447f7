package org.ownpath.portal.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.portal.Fields;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.util.MultiValueMap;

/** A piece of a portfolio while it is being written, with everything as it was typed. */
public record PortfolioForm(
        String id,
        String day,
        String title,
        String body,
        String link,
        String reflection,
        List<Competency> competencies,
        List<Artifacts.Artifact> attached) {

    private static final String RATING = "r.";

    static PortfolioForm of(MultiValueMap<String, String> fields, Curriculum curriculum) {
        return new PortfolioForm(
                Fields.text(fields, "id"),
                Fields.text(fields, "day"),
                Fields.text(fields, "title"),
                Fields.text(fields, "body"),
                Fields.text(fields, "link"),
                Fields.text(fields, "reflection"),
                TaskForm.chosen(fields, curriculum),
                List.of());
    }

    PortfolioForm with(List<Artifacts.Artifact> files) {
        return new PortfolioForm(id, day, title, body, link, reflection, competencies, files);
    }

    /** The piece that the form tells of; problems gets what it does not say. */
    Optional<PortfolioPiece> piece(StudentId student, List<String> problems) {
        Optional<UUID> number = Fields.id(id, UUID::fromString);
        Optional<LocalDate> made = Fields.day(day);
        if (number.isEmpty()) {
            problems.add("The form lost its number on the way. Open it anew.");
        }
        if (made.isEmpty()) {
            problems.add("'" + day + "' is not a day. Give the day on which it was done.");
        }
        return problems.isEmpty()
                ? Optional.of(new PortfolioPiece(
                        number.orElseThrow(),
                        student,
                        made.orElseThrow(),
                        title,
                        body,
                        link,
                        attached.stream().map(Artifacts.Artifact::hash).toList(),
                        competencies.stream().map(Competency::id).toList(),
                        reflection,
                        Map.of()))
                : Optional.empty();
    }

    /** The name of the field in which a student rates a competency. */
    public static String field(Competency competency) {
        return RATING + competency.id();
    }

    /** Where the student says the work is. */
    static Map<CompetencyId, Double> ratings(MultiValueMap<String, String> fields, List<Competency> competencies) {
        Map<CompetencyId, Double> ratings = new HashMap<>();
        for (Competency competency : competencies) {
            String typed = Fields.text(fields, field(competency));
            if (typed.matches("\\d{1,4}(\\.\\d{1,4})?")) {
                ratings.put(competency.id(), Double.parseDouble(typed));
            }
        }
        return ratings;
    }
}
