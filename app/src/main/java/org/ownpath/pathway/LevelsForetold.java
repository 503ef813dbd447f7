package org.ownpath.pathway;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ownpath.engine.Ladder;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Supposed;
import org.ownpath.policy.Topic;
import org.ownpath.roster.Roster;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** At which levels students would work in each subject, if other things stood mastered or the level were found otherwise. */
@Component
class LevelsForetold implements Foretelling {

    private static final Topic TOPIC = Topic.ofRulesAndAnswers(
            new Topic.Words(
                    "levels",
                    "The levels that students work at",
                    "levels worked at",
                    "nothing begun",
                    "Read off every ladder. Students who have shown nothing in a subject are left out."),
            Settings.WORKING_LEVEL,
            Settings.PLACEMENT);

    private final Pathway pathway;
    private final Mastery mastery;
    private final Frameworks frameworks;
    private final Roster roster;

    LevelsForetold(Pathway pathway, Mastery mastery, Frameworks frameworks, Roster roster) {
        this.pathway = pathway;
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.roster = roster;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Telling of(List<StudentId> students, Instant at) {
        Ladders ladders =
                new Ladders(students, frameworks.curriculum(), mastery.states(students), roster.schoolsOf(students));
        return supposed -> levels(ladders, supposed);
    }

    private record Ladders(
            List<StudentId> students, Curriculum curriculum, States states, Map<StudentId, SchoolId> schools) {}

    private Map<Foretold.Of, Foretold.Side> levels(Ladders ladders, Supposed supposed) {
        States states = ladders.states().under(supposed);
        Map<Foretold.Of, Foretold.Side> levels = new HashMap<>();
        for (String subject : ladders.curriculum().subjects()) {
            List<Competency> competencies = Pathway.levelled(ladders.curriculum(), subject);
            Map<StudentId, OptionalInt> begins = pathway.begins(ladders.students(), competencies, supposed);
            for (StudentId student : ladders.students()) {
                List<Ladder.Rung> rungs = Pathway.rungs(competencies, c -> c, c -> states.of(student, c.id()));
                if (rungs.stream().anyMatch(rung -> rung.mastered() + rung.begun() > 0)) {
                    Place place = Place.of(student, ladders.schools()).subject(subject);
                    Ladder.Position position =
                            Placements.position(rungs, begins.getOrDefault(student, OptionalInt.empty()));
                    levels.put(
                            new Foretold.Of(student, subject),
                            side(supposed.inForce(Settings.WORKING_LEVEL, place).of(position, rungs)));
                }
            }
        }
        return levels;
    }

    private static Foretold.Side side(List<Integer> levels) {
        return new Foretold.Side(
                levels.size(), levels.stream().map(GradeLevel::words).collect(Collectors.joining(" and ")));
    }
}
