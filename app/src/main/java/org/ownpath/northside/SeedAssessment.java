package org.ownpath.northside;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Claim;
import org.ownpath.assessment.Claims;
import org.ownpath.assessment.Colleagues;
import org.ownpath.assessment.CommentBank;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Feedback;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.Move;
import org.ownpath.assessment.OpenHours;
import org.ownpath.assessment.OpenTimes;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.ScoreSheet;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.When;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What Northside's students have asked to show, handed in and got back. */
@Component
@ConditionalOnProperty(name = "ownpath.seed", havingValue = "northside")
class SeedAssessment {

    private static final int WAITING = 9;
    private static final String GWEN = "Gwen Abernathy";

    private final Accounts accounts;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Tasks tasks;
    private final Demonstrations demonstrations;
    private final Colleagues colleagues;
    private final Requests requests;
    private final Claims claims;
    private final Scoring scoring;
    private final CommentBank comments;
    private final SeedPortfolios portfolios;
    private final OpenTimes times;
    private final Clock clock;
    private final Map<String, TaskId> library = new HashMap<>();

    SeedAssessment(
            Accounts accounts,
            Frameworks frameworks,
            Roster roster,
            Tasks tasks,
            Demonstrations demonstrations,
            Colleagues colleagues,
            Requests requests,
            Claims claims,
            Scoring scoring,
            CommentBank comments,
            SeedPortfolios portfolios,
            OpenTimes times,
            Clock clock) {
        this.accounts = accounts;
        this.frameworks = frameworks;
        this.roster = roster;
        this.tasks = tasks;
        this.demonstrations = demonstrations;
        this.colleagues = colleagues;
        this.requests = requests;
        this.claims = claims;
        this.scoring = scoring;
        this.comments = comments;
        this.portfolios = portfolios;
        this.times = times;
        this.clock = clock;
    }

    /** Who asks for what. */
    private record Wish(String student, String code, Way way, String task, String note, String practised) {

        static Wish of(String student, String code, Way way, String note) {
            return new Wish(student, code, way, "", note, "");
        }

        static Wish task(String student, String code, String task) {
            return new Wish(student, code, Way.TASK, task, "", "");
        }
    }

    /** Makes all of it; gives how many demonstrations there are. */
    int make() {
        library.putAll(new SeedTasks(tasks, frameworks.curriculum(), this::account).make());
        SeedWork.COMMENTS.forEach(words -> comments.keep(account(GWEN), words));
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
                    account(GWEN), new OpenHours(first, afternoon, afternoon.plusHours(1), 20, 3, "Room 12")));
        }
    }

    private List<DemonstrationId> requests() {
        DemonstrationId maya = ask(Wish.of(
                "Maya Okafor",
                "MA.7.SCALE",
                Way.CONVERSATION,
                "I drew our garden to scale at home. Can I explain it to you?"));
        DemonstrationId leo = ask(Wish.of(
                "Leo Martinez",
                "MA.12.PROJECT",
                Way.OWN_PROPOSAL,
                "My uncle's bakery loses money on Mondays. I want to model it and tell him what to change."));
        DemonstrationId tomasz = claim(
                Wish.of(
                        "Tomasz Zielinski",
                        "RE.10.SWAY",
                        Way.PRIOR_LEARNING,
                        "I took six advertisements apart and gave a talk about how they persuade. I can bring the slides."),
                "My old school");
        DemonstrationId priya = ask(
                Wish.of("Priya Raman", "WR.4.REPORT", Way.PORTFOLIO, "My report about bats, the third version of it."));
        DemonstrationId noah = ask(Wish.task("Noah Whitfield", "WR.7.ARGUE", "A letter to the council"));
        answer(priya, Move.TIME_PROPOSED, "Let us look at it together on a quiet morning.", Optional.of(inDays(3)));
        answer(
                noah,
                Move.PRACTICE_ASKED,
                "Good to have you back. Read two of the letters on the wall first and mark where they answer the other "
                        + "side. Then ask again; it will go better.",
                Optional.empty());
        return List.of(maya, leo, tomasz, priya, noah);
    }

    private List<DemonstrationId> results() {
        DemonstrationId maya =
                shown(Wish.task("Maya Okafor", "MA.6.PERCENT", "The best deal in town"), SeedWork.DEALS.get(0));
        SeedTasks.require(scoring.score(
                assessorOf(maya),
                maya,
                sheet(
                        List.of(3.0, 4.0, 3.0),
                        SeedWork.COMMENTS.get(0),
                        "Look for a way to check the answer from the other end.",
                        false)));
        DemonstrationId amara =
                shown(Wish.task("Amara Diallo", "MA.4.EQUIV", "Fractions at the workbench"), SeedWork.WORKBENCH);
        SeedTasks.require(scoring.score(
                assessorOf(amara),
                amara,
                sheet(
                        List.of(2.0, 2.0),
                        "Your drawing is careful, and the number of shelves is right. The last part is not shown yet: two "
                                + "fractions can look different and be the same length.",
                        "Fold three strips into halves, quarters and eighths, and write down every pair that lines up.",
                        true)));
        List<Person> others = studentsOfGwen();
        DemonstrationId door = ask(Wish.of(
                others.get(others.size() - 1).fullName(),
                "MA.8.PYTH",
                Way.CONVERSATION,
                "I can tell how long the brace of our garden door has to be."));
        answer(door, Move.ACCEPTED, "", Optional.empty());
        SeedTasks.require(scoring.score(
                assessorOf(door),
                door,
                sheet(
                        List.of(2.0),
                        "You see where the right angle is, and you square both sides. What the two squares have to do "
                                + "with the third one is not clear yet.",
                        "Draw the three squares on grid paper and count, for two triangles of your own.",
                        true)));
        DemonstrationId again = ask(new Wish(
                "Amara Diallo",
                "MA.4.EQUIV",
                Way.TASK,
                "Fractions in the garden",
                "",
                "I folded the strips with my sister and found nine pairs. I can show them."));
        return List.of(maya, amara, door, again);
    }

    private List<Person> studentsOfGwen() {
        return roster.studentsTaughtBy(account(GWEN).person()).stream()
                .filter(person -> !Stories.toldOf(person.fullName()))
                .toList();
    }

    /** Work that Gwen and Idris score without seeing each other's marks; of the last two they have to talk. */
    private List<DemonstrationId> together() {
        Viewer gwen = account(GWEN);
        Viewer idris = account("Idris Camara");
        List<DemonstrationId> all = new ArrayList<>();
        List<Person> students = studentsOfGwen();
        for (int i = 0; i < SeedWork.TWICE.size(); i++) {
            List<List<Double>> marks = SeedWork.TWICE.get(i);
            DemonstrationId id = shown(
                    Wish.task(students.get(WAITING + i).fullName(), "MA.6.RATIO", "A recipe for forty"),
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
        SeedTasks.require(scoring.score(scorer, id, sheet(marks, SeedWork.COMMENTS.get(1), "", false)));
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
                            ? shown(
                                    Wish.task(name, "MA.6.PERCENT", "The best deal in town"),
                                    SeedWork.DEALS.get(i % SeedWork.DEALS.size()))
                            : shown(
                                    Wish.task(name, "MA.6.RATIO", "A recipe for forty"),
                                    SeedWork.RECIPES.get(i / 3 % SeedWork.RECIPES.size())));
        }
        return handedIn;
    }

    private DemonstrationId shown(Wish wish, String body) {
        DemonstrationId id = ask(wish);
        answer(id, Move.ACCEPTED, "", Optional.empty());
        SeedTasks.require(demonstrations.handIn(account(wish.student()), id, body, "", List.of()));
        return id;
    }

    private DemonstrationId ask(Wish wish) {
        Request request = request(wish);
        SeedTasks.require(requests.ask(account(wish.student()), request));
        return request.id();
    }

    /** Claims what was learnt elsewhere, last spring. */
    private DemonstrationId claim(Wish wish, String where) {
        Request request = request(wish);
        LocalDate spring = SchoolTime.day(inDays(-200));
        SeedTasks.require(claims.make(account(wish.student()), request, new Claim(where, spring, List.of())));
        return request.id();
    }

    private Request request(Wish wish) {
        Viewer student = account(wish.student());
        Competency competency = competency(wish.code());
        return new Request(
                DemonstrationId.next(),
                List.of(competency.id()),
                wish.way(),
                Optional.ofNullable(library.get(wish.task())),
                wish.note(),
                wish.practised(),
                wish.way() == Way.CONVERSATION ? new When.Wished(inDays(1)) : new When.Answered(),
                assessor(student, competency),
                Optional.empty());
    }

    private PersonId assessor(Viewer student, Competency competency) {
        return requests.assessors(StudentId.of(student.person()), competency).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(student.displayName() + " has nobody to ask"))
                .teacher()
                .id();
    }

    private void answer(DemonstrationId id, Move move, String words, Optional<Instant> at) {
        SeedTasks.require(demonstrations.move(assessorOf(id), id, move, words, at));
    }

    private static ScoreSheet sheet(List<Double> marks, String feedback, String next, boolean practiceFirst) {
        Map<Integer, Double> byCriterion = new HashMap<>();
        for (Double mark : marks) {
            byCriterion.put(byCriterion.size() + 1, mark);
        }
        return new ScoreSheet(
                new Marks(byCriterion),
                new Feedback(feedback, next, practiceFirst, List.of()),
                Depth.APPLY,
                Context.CLASS);
    }

    private Viewer assessorOf(DemonstrationId id) {
        Viewer anybody = account("Constance Mbeki-Hall");
        Demonstration found = demonstrations.find(anybody, id).orElseThrow();
        return roster.person(found.assessor())
                .flatMap(Person::email)
                .flatMap(accounts::viewer)
                .orElseThrow();
    }

    private Viewer account(String name) {
        String[] parts = name.split(" ", 2);
        return accounts.viewer(SchoolRoster.address(parts[0], parts[1], "northside.example"))
                .orElseThrow(() -> new IllegalStateException(name + " has no account"));
    }

    private Competency competency(String code) {
        return frameworks
                .curriculum()
                .competency(
                        Objects.requireNonNull(frameworks.curriculum().byName().get(code), code))
                .orElseThrow();
    }

    /** At ten o'clock, some days on. */
    private Instant inDays(long days) {
        return clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(10));
    }
}
