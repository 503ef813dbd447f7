package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Move;
import org.ownpath.assessment.OpenHours;
import org.ownpath.assessment.OpenTime;
import org.ownpath.assessment.OpenTimes;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.Stage;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.When;
import org.ownpath.framework.Frameworks;
import org.ownpath.messages.Notices;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.OpenTimeId;
import org.springframework.beans.factory.annotation.Autowired;

/** Students book the times that teachers offer; each is taken once, and whoever it concerns is told what becomes of it. */
class OpenTimesTest extends SchoolTest {

    private static final String GWEN = "gwen.abernathy@northside.example";

    @Autowired
    OpenTimes times;

    @Autowired
    Requests requests;

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    @Autowired
    Scoring scoring;

    @Autowired
    Notices notices;

    private List<OpenTimeId> own = List.of();

    private Viewer gwen() {
        return viewer(GWEN);
    }

    /** Four times of Gwen's on a day that nobody else uses. */
    @BeforeEach
    void offer() {
        LocalDate day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(200);
        OpenHours hours = new OpenHours(day, LocalTime.of(8, 0), LocalTime.of(10, 0), 30, 1, "Library");
        as(gwen(), () -> {
            done(times.offer(gwen(), hours));
            done(times.offer(gwen(), hours));
            return true;
        });
        own = as(gwen(), () -> times.of(gwen())).stream()
                .filter(time -> time.place().equals("Library"))
                .map(OpenTime::id)
                .toList();
        assertThat(own).as("offered twice, they are there once").hasSize(4);
    }

    @AfterEach
    void takeBack() {
        as(gwen(), () -> {
            own.forEach(time -> times.of(gwen()).stream()
                    .filter(found -> found.id().equals(time))
                    .forEach(found -> times.withdraw(gwen(), time, "The test is over")));
            return true;
        });
    }

    /** Students of Gwen's who have asked for nothing about this. */
    private List<Viewer> students() {
        return as(gwen(), () -> roster.studentsTaughtBy(gwen().person())).stream()
                .filter(person -> as(gwen(), () -> demonstrations.ofStudent(gwen(), person.student())).stream()
                        .noneMatch(d -> d.stage().open()))
                .map(Person::email)
                .flatMap(Optional::stream)
                .map(this::viewer)
                .limit(2)
                .toList();
    }

    private Request request(OpenTimeId time) {
        return new Request(
                DemonstrationId.next(),
                List.of(competency()),
                Way.CONVERSATION,
                Optional.empty(),
                "I can explain it",
                "",
                new When.Booked(time),
                gwen().person(),
                Optional.empty());
    }

    private CompetencyId competency() {
        return Objects.requireNonNull(
                as(gwen(), () -> frameworks.curriculum().byName()).get("MA.8.PYTH"));
    }

    private static void done(Reply reply) {
        assertThat(reply.reasons()).isEmpty();
    }

    private Demonstration booked(Viewer student, OpenTimeId time) {
        Request request = request(time);
        done(as(student, () -> requests.ask(student, request)));
        return read(student, request.id());
    }

    private Demonstration read(Viewer student, DemonstrationId id) {
        return as(student, () -> demonstrations.find(student, id)).orElseThrow();
    }

    private Optional<DemonstrationId> holderOf(OpenTimeId id) {
        return as(gwen(), () -> times.of(gwen())).stream()
                .filter(time -> time.id().equals(id))
                .findFirst()
                .flatMap(OpenTime::bookedFor);
    }

    private void takeBack(Viewer student, DemonstrationId id) {
        done(as(student, () -> demonstrations.move(student, id, Move.WITHDRAWN, "", Optional.empty())));
    }

    private List<String> told(Viewer reader) {
        return as(reader, () -> notices.of(reader)).stream()
                .map(told -> told.words())
                .limit(2)
                .toList();
    }

    @Test
    void of_two_students_who_ask_for_the_same_time_at_the_same_moment_one_has_it() {
        List<Viewer> two = students();
        CountDownLatch both = new CountDownLatch(2);
        List<CompletableFuture<Reply>> asked = two.stream()
                .map(student -> CompletableFuture.supplyAsync(
                        () -> {
                            both.countDown();
                            try {
                                both.await();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                            return as(student, () -> requests.ask(student, request(own.get(0))));
                        },
                        eachInItsOwn -> new Thread(eachInItsOwn).start()))
                .toList();
        List<List<String>> reasons =
                asked.stream().map(each -> each.join().reasons()).toList();
        assertThat(reasons).filteredOn(List::isEmpty).hasSize(1);
        assertThat(reasons)
                .filteredOn(each -> !each.isEmpty())
                .singleElement()
                .asString()
                .contains("This time is taken");
        holderOf(own.get(0))
                .ifPresent(id -> two.stream()
                        .filter(student -> as(student, () -> demonstrations.find(student, id))
                                .isPresent())
                        .forEach(student -> takeBack(student, id)));
        assertThat(holderOf(own.get(0))).isEmpty();
    }

    @Test
    void a_booked_time_is_agreed_and_both_are_told_when_it_is_moved_or_cancelled() {
        Viewer student = students().get(0);
        Demonstration asked = booked(student, own.get(0));
        assertThat(asked.stage()).isEqualTo(Stage.AGREED);
        assertThat(asked.assessor()).isEqualTo(gwen().person());
        assertThat(told(gwen()).get(0)).contains("has booked a time with you", "08:00");
        assertThat(as(gwen(), () -> scoring.waiting(gwen(), List.of(asked))))
                .as("to be scored before it is shown")
                .isEmpty();

        done(as(student, () -> times.book(student, asked.id(), own.get(1))));
        assertThat(holderOf(own.get(0))).isEmpty();
        assertThat(holderOf(own.get(1))).contains(asked.id());
        assertThat(told(gwen()).get(0)).contains("has moved to another time", "08:30");

        assertThat(as(gwen(), () -> times.withdraw(gwen(), own.get(1), " ")).reasons())
                .singleElement()
                .asString()
                .contains("why");
        done(as(gwen(), () -> times.withdraw(gwen(), own.get(1), "I am at a meeting then.")));
        assertThat(told(student).get(0)).contains("Your time", "is cancelled", "08:30");
        Demonstration left = read(student, asked.id());
        assertThat(left.stage()).isEqualTo(Stage.AGREED);
        assertThat(left.meetsAt()).isEmpty();
        assertThat(as(student, () -> times.book(student, asked.id(), own.get(1)))
                        .reasons())
                .isNotEmpty();

        done(as(student, () -> times.book(student, asked.id(), own.get(2))));
        done(as(student, () -> times.cancel(student, asked.id(), "")));
        assertThat(told(gwen()).get(0)).contains("has cancelled the time", "09:00");
        takeBack(student, asked.id());
    }

    @Test
    void a_time_is_free_again_when_its_demonstration_goes_on_without_it() {
        Viewer student = students().get(0);
        Demonstration asked = booked(student, own.get(0));
        done(as(
                gwen(),
                () -> demonstrations.move(gwen(), asked.id(), Move.PRACTICE_ASKED, "Draw it.", Optional.empty())));
        assertThat(holderOf(own.get(0))).isEmpty();
        assertThat(read(student, asked.id()).meetsAt()).isEmpty();
        done(as(
                student,
                () -> demonstrations.move(student, asked.id(), Move.ASKED_AGAIN, "I drew it.", Optional.empty())));
        done(as(student, () -> times.book(student, asked.id(), own.get(0))));
        takeBack(student, asked.id());
        assertThat(holderOf(own.get(0))).isEmpty();
    }

    @Test
    void nobody_books_or_cancels_for_another_and_nobody_books_a_teacher_who_is_not_theirs() {
        List<Viewer> two = students();
        Demonstration asked = booked(two.get(0), own.get(0));
        Viewer other = two.get(1);
        assertThatThrownBy(() -> as(other, () -> times.book(other, asked.id(), own.get(1))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(other, () -> times.cancel(other, asked.id(), "")))
                .isInstanceOf(NotAllowed.class);
        Viewer idris = viewer("idris.camara@northside.example");
        assertThatThrownBy(() -> as(idris, () -> times.withdraw(idris, own.get(0), "Mine")))
                .isInstanceOf(NotAllowed.class);
        Viewer stranger = stranger();
        assertThat(as(stranger, () -> requests.ask(stranger, request(own.get(1))))
                        .reasons())
                .anyMatch(reason -> reason.contains("This time is taken"));
        takeBack(two.get(0), asked.id());
    }

    /** A student whom Gwen does not teach. */
    private Viewer stranger() {
        return as(gwen(), () -> roster.students()).stream()
                .filter(person -> as(gwen(), () -> roster.teachersOf(person.student())).stream()
                        .noneMatch(teaching -> teaching.teacher().id().equals(gwen().person())))
                .flatMap(person -> person.email().flatMap(accounts::viewer).stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_student_is_not_in_two_places_at_the_same_time() {
        Viewer student = students().get(0);
        Demonstration asked = booked(student, own.get(0));
        LocalDate day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(200);
        Viewer colleague = colleague(student);
        as(
                colleague,
                () -> times.offer(
                        colleague, new OpenHours(day, LocalTime.of(8, 10), LocalTime.of(8, 30), 20, 1, "Next door")));
        OpenTimeId overlapping = as(colleague, () -> times.of(colleague)).stream()
                .filter(time -> time.place().equals("Next door"))
                .findFirst()
                .orElseThrow()
                .id();
        Request second = new Request(
                DemonstrationId.next(),
                List.of(Objects.requireNonNull(
                        as(gwen(), () -> frameworks.curriculum().byName()).get("MA.6.RATIO"))),
                Way.CONVERSATION,
                Optional.empty(),
                "This too",
                "",
                new When.Booked(overlapping),
                colleague.person(),
                Optional.empty());
        assertThat(as(student, () -> requests.ask(student, second)).reasons())
                .singleElement()
                .asString()
                .contains("another time then");
        takeBack(student, asked.id());
        done(as(student, () -> requests.ask(student, second)));
        takeBack(student, second.id());
        done(as(colleague, () -> times.withdraw(colleague, overlapping, "")));
    }

    /** Somebody else who teaches the student. */
    private Viewer colleague(Viewer student) {
        return as(gwen(), () -> roster.teachersOf(org.ownpath.shared.StudentId.of(student.person()))).stream()
                .map(teaching -> teaching.teacher())
                .filter(person -> !person.id().equals(gwen().person()))
                .flatMap(person -> Stream.ofNullable(person.email().orElse(null)))
                .map(this::viewer)
                .findFirst()
                .orElseThrow();
    }
}
