package org.ownpath.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Supposed;
import org.ownpath.policy.Topic;
import org.ownpath.roster.Roster;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Which students might do by themselves what they may not today, or the other way round. */
@Component
class MayForetold implements Foretelling {

    private static final Map<Setting<Boolean>, String> DEEDS = deeds();
    private static final String GOALS = "propose goals";

    private static final Topic TOPIC = Topic.ofAnswers(
            new Topic.Words(
                    "may",
                    "What students may do by themselves",
                    "things that students may do by themselves, each counted in each subject",
                    "none of it",
                    "Each student in each subject, by what holds for the student's school and for the student alone. How"
                            + " often they would do it is in no record."),
            settings());

    private final Frameworks frameworks;
    private final Roster roster;

    MayForetold(Frameworks frameworks, Roster roster) {
        this.frameworks = frameworks;
        this.roster = roster;
    }

    private static Map<Setting<Boolean>, String> deeds() {
        Map<Setting<Boolean>, String> deeds = new LinkedHashMap<>();
        deeds.put(Settings.ASKS, "ask to show what they know");
        deeds.put(Settings.STARTS_AT_ONCE, "begin a task at once");
        deeds.put(Settings.OWN_TESTS, "start a test");
        deeds.put(Settings.OWN_PROJECTS, "design a project");
        deeds.put(Settings.NOMINATES, "put forward work that is done");
        deeds.put(Settings.PRIOR_LEARNING, "show what they learnt before");
        deeds.put(Settings.SEES_AHEAD, "see all that lies ahead");
        deeds.put(Settings.OWN_ACTIVITIES, "put activities on their plan");
        return deeds;
    }

    private static Setting<?>[] settings() {
        List<Setting<?>> settings = new ArrayList<>(DEEDS.keySet());
        settings.add(Settings.GOALS);
        return settings.toArray(Setting<?>[]::new);
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Telling of(List<StudentId> students, Instant at) {
        List<String> subjects = frameworks.curriculum().subjects();
        Map<StudentId, SchoolId> schools = roster.schoolsOf(students);
        return supposed -> {
            Map<Foretold.Of, Foretold.Side> may = new HashMap<>();
            for (StudentId student : students) {
                Place place = Place.of(student, schools);
                subjects.forEach(
                        subject -> may.put(new Foretold.Of(student, subject), side(place.subject(subject), supposed)));
            }
            return may;
        };
    }

    private static Foretold.Side side(Place place, Supposed supposed) {
        List<String> not = new ArrayList<>();
        DEEDS.forEach((setting, deed) -> {
            if (!supposed.inForce(setting, place)) {
                not.add(deed);
            }
        });
        if (!supposed.inForce(Settings.GOALS, place).studentsPropose()) {
            not.add(GOALS);
        }
        int may = DEEDS.size() + 1 - not.size();
        return new Foretold.Side(may, not.isEmpty() ? "all of it" : "all but: " + String.join(", ", not));
    }
}
