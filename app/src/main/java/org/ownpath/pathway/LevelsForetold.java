package org.ownpath.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ownpath.engine.Ladder;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.policy.Trial;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** At which levels students would work in each subject, if the level were found otherwise. */
@Component
class LevelsForetold implements Foretelling {

    private static final Topic TOPIC = new Topic(
            "levels",
            "The levels that students work at",
            "levels worked at",
            "Read off every ladder with what stands mastered today. Students who have shown nothing in a subject are left"
                    + " out.",
            List.of(Settings.WORKING_LEVEL, Settings.PLACEMENT));

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
    public List<Foretold> of(List<StudentId> students, Trial trial) {
        Curriculum curriculum = frameworks.curriculum();
        States states = mastery.states(students);
        Map<StudentId, SchoolId> schools = roster.schoolsOf(students);
        List<Foretold> told = new ArrayList<>();
        for (String subject : curriculum.subjects()) {
            List<Competency> competencies = Pathway.levelled(curriculum, subject);
            Side today = side(trial.today(), trial, students, competencies);
            Side drafted = side(trial.drafted(), trial, students, competencies);
            for (StudentId student : students) {
                List<Ladder.Rung> rungs = Pathway.rungs(competencies, c -> c, c -> states.of(student, c.id()));
                if (rungs.stream().anyMatch(rung -> rung.mastered() + rung.begun() > 0)) {
                    Place place = Place.DISTRICT
                            .in(Optional.ofNullable(schools.get(student)))
                            .subject(subject)
                            .student(student);
                    told.add(new Foretold(
                            student, subject, today.of(student, place, rungs), drafted.of(student, place, rungs)));
                }
            }
        }
        return told;
    }

    private Side side(ChoiceBook book, Trial trial, List<StudentId> students, List<Competency> competencies) {
        Placements placements = new Placements(book, trial.at());
        return new Side(placements, pathway.begins(students, competencies, placements, AsOf.now()));
    }

    /** One book of choices, and where it lets students begin in a subject. */
    private record Side(Placements placements, Map<StudentId, OptionalInt> begins) {

        Foretold.Side of(StudentId student, Place place, List<Ladder.Rung> rungs) {
            Ladder.Position position = Placements.position(rungs, begins.getOrDefault(student, OptionalInt.empty()));
            List<Integer> levels = placements
                    .choices()
                    .inForce(Settings.WORKING_LEVEL, place, placements.moment())
                    .of(position, rungs);
            return new Foretold.Side(
                    levels.size(), levels.stream().map(GradeLevel::words).collect(Collectors.joining(" and ")));
        }
    }
}
