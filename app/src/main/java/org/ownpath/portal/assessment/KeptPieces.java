package org.ownpath.portal.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.portal.student.StateCode;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Gives pieces of portfolios what a person reads of them. */
@Component
class KeptPieces {

    private final Artifacts artifacts;
    private final Frameworks frameworks;
    private final Mastery mastery;

    KeptPieces(Artifacts artifacts, Frameworks frameworks, Mastery mastery) {
        this.artifacts = artifacts;
        this.frameworks = frameworks;
        this.mastery = mastery;
    }

    List<Kept> of(List<PortfolioPiece> pieces) {
        Set<CompetencyId> competencies =
                pieces.stream().flatMap(p -> p.competencies().stream()).collect(Collectors.toSet());
        Set<StudentId> students = pieces.stream().map(PortfolioPiece::student).collect(Collectors.toSet());
        return of(pieces, frameworks.curriculum(), mastery.of(students, competencies));
    }

    /** Those of one student, with how each stood then. */
    List<Kept> of(List<PortfolioPiece> pieces, StudentId student, AsOf asOf) {
        return of(pieces, frameworks.curriculum(asOf), mastery.of(student, asOf).values());
    }

    private List<Kept> of(List<PortfolioPiece> pieces, Curriculum curriculum, Collection<Standing> standings) {
        Map<CompetencyId, String> states =
                standings.stream().collect(Collectors.toMap(Standing::competency, s -> StateCode.of(s.state())));
        return pieces.stream()
                .map(piece -> new Kept(
                        piece,
                        curriculum.all(piece.competencies()).stream()
                                .map(c -> shows(piece, c, curriculum.scaleOf(c), states.getOrDefault(c.id(), "none")))
                                .toList(),
                        artifacts.of(piece.artifacts())))
                .toList();
    }

    private static Kept.Shows shows(PortfolioPiece piece, Competency competency, Scale scale, String state) {
        Optional<Double> rating = Optional.ofNullable(piece.selfRatings().get(competency.id()));
        String words = rating.flatMap(r -> scale.levels().stream()
                        .filter(level -> level.value() == r)
                        .findFirst())
                .map(level -> level.symbol() + " " + level.name())
                .orElse("");
        return new Kept.Shows(competency, scale, rating, words, state);
    }
}
