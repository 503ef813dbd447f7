package org.ownpath.northside;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Colleagues;
import org.ownpath.assessment.CommentBank;
import org.ownpath.assessment.Move;
import org.ownpath.assessment.OpenHours;
import org.ownpath.assessment.OpenTimes;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.Way;
import org.ownpath.framework.Frameworks;
import org.ownpath.northside.SeedDemonstrations.Wish;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.TaskId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What Northside's students have asked to show, handed in and got back. */
@Component
@ConditionalOnProperty(name = "ownpath.seed", havingValue = "northside")
class SeedAssessment {

    private static final int WAITING = 9;
    private static final String GWEN = "Gwen Abernathy";

    private final NorthsideAccounts people;
    private final SeedDemonstrations asked;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Tasks tasks;
    private final Colleagues colleagues;
    private final CommentBank comments;
    private final SeedPortfolios portfolios;
    private final OpenTimes times;
    private final Clock clock;
    private final Map<String, TaskId> library = new HashMap<>();

    SeedAssessment(
            NorthsideAccounts people,
            SeedDemonstrations asked,
            Frameworks frameworks,
            Roster roster,
            Tasks tasks,
            Colleagues colleagues,
            CommentBank comments,
            SeedPortfolios portfolios,
            OpenTimes times,
            Clock clock) {
        this.people = people;
        this.asked = asked;
        this.frameworks = frameworks;
        this.roster = roster;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.comments = comments;
        this.portfolios = portfolios;
        this.times = times;
        this.clock = clock;
    }

    /** Makes all of it; gives how many demonstrations there are. */
    int make() {
        library.putAll(new SeedTasks(tasks, frameworks.curriculum(), people::of).make());
        SeedWork.COMMENTS.forEach(words -> comments.keep(people.of(GWEN), words));
        List<DemonstrationId> all = new ArrayList<>();
        all.addAll(requests());
        all.addAll(results());
        all.addAll(waiting());
        all.addAll(together());
        portfolios.keep();
        offerTimes();
        return all.size();
    }

    /** Two afternoons a week on which Gwen has room for those who want to show something. */
    private void offerTimes() {
        LocalDate today = LocalDate.now(clock);
        for (DayOfWeek day : List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)) {
            LocalDate first = today.with(TemporalAdjusters.next(day));
            LocalTime afternoon = LocalTime.of(14, 30);
            SeedTasks.require(times.offer(
                    people.of(GWEN), new OpenHours(first, afternoon, afternoon.plusHours(1), 20, 3, "Room 12")));
        }
    }

    private List<DemonstrationId> requests() {
        DemonstrationId maya = asked.ask(Wish.of(
                "Maya Okafor",
                "MA.7.SCALE",
                Way.CONVERSATION,
                "I drew our garden to scale at home. Can I explain it to you?"));
        DemonstrationId leo = asked.ask(Wish.of(
                "Leo Martinez",
                "MA.12.PROJECT",
                Way.OWN_PROPOSAL,
                "My uncle's bakery loses money on Mondays. I want to model it and tell him what to change."));
        DemonstrationId tomasz = asked.claim(
                Wish.of(
                        "Tomasz Zielinski",
                        "RE.10.SWAY",
                        Way.PRIOR_LEARNING,
                        "I took six advertisements apart and gave a talk about how they persuade. I can bring the slides."),
                "My old school");
        DemonstrationId priya = asked.ask(
                Wish.of("Priya Raman", "WR.4.REPORT", Way.PORTFOLIO, "My report about bats, the third version of it."));
        DemonstrationId noah = asked.ask(task("Noah Whitfield", "WR.7.ARGUE", "A letter to the council"));
        asked.answer(
                priya,
                Move.TIME_PROPOSED,
                "Let us look at it together on a quiet morning.",
                Optional.of(asked.inDays(3)));
        asked.answer(
                noah,
                Move.PRACTICE_ASKED,
                "Good to have you back. Read two of the letters on the wall first and mark where they answer the other "
                        + "side. Then ask again; it will go better.",
                Optional.empty());
        return List.of(maya, leo, tomasz, priya, noah);
    }

    private List<DemonstrationId> results() {
        DemonstrationId maya =
                asked.shown(task("Maya Okafor", "MA.6.PERCENT", "The best deal in town"), SeedWork.DEALS.get(0));
        asked.score(
                maya,
                SeedDemonstrations.sheet(
                        List.of(3.0, 4.0, 3.0),
                        SeedWork.COMMENTS.get(0),
                        "Look for a way to check the answer from the other end.",
                        false));
        DemonstrationId amara =
                asked.shown(task("Amara Diallo", "MA.4.EQUIV", "Fractions at the workbench"), SeedWork.WORKBENCH);
        asked.score(
                amara,
                SeedDemonstrations.sheet(
                        List.of(2.0, 2.0),
                        "Your drawing is careful, and the number of shelves is right. The last part is not shown yet: two "
                                + "fractions can look different and be the same length.",
                        "Fold three strips into halves, quarters and eighths, and write down every pair that lines up.",
                        true));
        List<Person> others = studentsOfGwen();
        DemonstrationId door = asked.ask(Wish.of(
                others.get(others.size() - 1).fullName(),
                "MA.8.PYTH",
                Way.CONVERSATION,
                "I can tell how long the brace of our garden door has to be."));
        asked.answer(door, Move.ACCEPTED, "", Optional.empty());
        asked.score(
                door,
                SeedDemonstrations.sheet(
                        List.of(2.0),
                        "You see where the right angle is, and you square both sides. What the two squares have to do "
                                + "with the third one is not clear yet.",
                        "Draw the three squares on grid paper and count, for two triangles of your own.",
                        true));
        DemonstrationId again = asked.ask(new Wish(
                "Amara Diallo",
                "MA.4.EQUIV",
                Way.TASK,
                Optional.ofNullable(library.get("Fractions in the garden")),
                "",
                "I folded the strips with my sister and found nine pairs. I can show them."));
        return List.of(maya, amara, door, again);
    }

    private List<Person> studentsOfGwen() {
        return roster.studentsTaughtBy(people.of(GWEN).person()).stream()
                .filter(person -> !Stories.toldOf(person.fullName()))
                .toList();
    }

    /** Work that Gwen and Idris score without seeing each other's marks; of the last two they have to talk. */
    private List<DemonstrationId> together() {
        Viewer gwen = people.of(GWEN);
        Viewer idris = people.of("Idris Camara");
        List<DemonstrationId> all = new ArrayList<>();
        List<Person> students = studentsOfGwen();
        for (int i = 0; i < SeedWork.TWICE.size(); i++) {
            List<List<Double>> marks = SeedWork.TWICE.get(i);
            DemonstrationId id = asked.shown(
                    task(students.get(WAITING + i).fullName(), "MA.6.RATIO", "A recipe for forty"),
                    SeedWork.RECIPES.get(i % SeedWork.RECIPES.size()));
            SeedTasks.require(colleagues.inviteSecond(gwen, id, idris.person()));
            give(gwen, id, marks.get(0));
            give(idris, id, marks.get(1));
            if (i < SeedWork.TWICE.size() - 2) {
                give(gwen, id, marks.get(1));
            }
            all.add(id);
        }
        return all;
    }

    private void give(Viewer scorer, DemonstrationId id, List<Double> marks) {
        asked.score(scorer, id, SeedDemonstrations.sheet(marks, SeedWork.COMMENTS.get(1), "", false));
    }

    /** Work of Gwen's students, waiting for her. */
    private List<DemonstrationId> waiting() {
        List<DemonstrationId> handedIn = new ArrayList<>();
        List<Person> students = studentsOfGwen();
        for (int i = 0; i < Math.min(WAITING, students.size()); i++) {
            String name = students.get(i).fullName();
            boolean deal = i % 3 != 2;
            handedIn.add(
                    deal
                            ? asked.shown(
                                    task(name, "MA.6.PERCENT", "The best deal in town"),
                                    SeedWork.DEALS.get(i % SeedWork.DEALS.size()))
                            : asked.shown(
                                    task(name, "MA.6.RATIO", "A recipe for forty"),
                                    SeedWork.RECIPES.get(i / 3 % SeedWork.RECIPES.size())));
        }
        return handedIn;
    }

    private Wish task(String student, String code, String title) {
        return new Wish(student, code, Way.TASK, Optional.ofNullable(library.get(title)), "", "");
    }
}
