package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.messages.Invitations;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Need;
import org.ownpath.support.Plan;
import org.ownpath.support.Plans;
import org.ownpath.support.Signal;
import org.ownpath.support.SignalKind;
import org.ownpath.support.Signals;
import org.ownpath.support.Today;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who needs me today: a short list of people, why, and what to do. */
@Controller
public class TodayPage {

    private static final int A_WEEK = 7;
    private static final int TIME_TO_SHOW = 14;

    private final Access access;
    private final Signals signals;
    private final Invitations invitations;
    private final Plans plans;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Clock clock;

    TodayPage(
            Access access,
            Signals signals,
            Invitations invitations,
            Plans plans,
            Roster roster,
            Frameworks frameworks,
            Clock clock) {
        this.access = access;
        this.signals = signals;
        this.invitations = invitations;
        this.plans = plans;
        this.roster = roster;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /**
     * One student with every reason.
     *
     * @param group the viewer's own group in which the student works on the first reason's subject
     */
    public record Card(Person person, Reason first, List<Reason> others, Optional<StudyGroup> group) {}

    /** One reason, with the competencies whose evidence shows it. */
    public record Reason(Signal signal, List<Competency> competencies) {}

    /** A student who is set aside until a day. */
    public record Waiting(Person person, LocalDate until, String reason) {}

    /** A plan whose day of review has come. */
    public record Review(Plan plan, Person person) {}

    /** What was typed into the form that sets a student aside, and why it was not taken. */
    public record Typed(String student, String until, String reason, String problem) {

        /** What a form that nobody has filled in shows. */
        static Typed nothing(LocalDate until) {
            return new Typed("", until.toString(), "", "");
        }

        /** Whether it belongs to this student's form. */
        public boolean of(Person person) {
            return student.equals(person.id().toString());
        }
    }

    @Allows(Permission.WORK_WITH_STUDENTS)
    @GetMapping("/today")
    String today(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String show, Model model) {
        return page(viewer, show.equals("all"), Typed.nothing(day().plusDays(A_WEEK)), model);
    }

    @Allows(Permission.SET_SIGNALS_ASIDE)
    @PostMapping("/students/{student}/set-aside")
    String setAside(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        requireOwn(viewer, student);
        Optional<String> problem = Fields.day(until)
                .map(day -> signals.setAside(viewer, student, day, reason))
                .orElse(Optional.of("'" + until + "' is no day. Choose one after today."));
        if (problem.isPresent()) {
            response.setStatus(Outcomes.UNPROCESSABLE);
            return page(viewer, true, new Typed(student.toString(), until, reason, problem.get()), model);
        }
        flash.addFlashAttribute("notice", "Set aside. It comes back by itself.");
        return "redirect:/today";
    }

    /** Asks the student to show it; for two weeks it is no reason on this list any more. */
    @Allows(Permission.SCORE_WORK)
    @PostMapping("/students/{student}/invitations")
    String invite(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam CompetencyId competency,
            RedirectAttributes flash) {
        requireOwn(viewer, student);
        Competency asked = frameworks
                .curriculum()
                .competency(competency)
                .orElseThrow(() -> new NotFound("This competency is in no framework here. Look in the framework."));
        Optional<String> problem = invitations.invite(viewer, student, asked);
        if (problem.isEmpty()) {
            Signal.Key ready = new Signal.Key(student, SignalKind.READY, asked.subject());
            signals.actedOn(viewer, ready, TIME_TO_SHOW, "Asked to show " + asked.title());
        }
        flash.addFlashAttribute(
                "notice", problem.orElse("Asked. It stands among the student's notices, and the family's."));
        return "redirect:/today";
    }

    @Allows(Permission.SET_SIGNALS_ASIDE)
    @PostMapping("/students/{student}/set-aside/end")
    String bringBack(
            @AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, RedirectAttributes flash) {
        requireOwn(viewer, student);
        signals.bringBack(viewer, student);
        flash.addFlashAttribute("notice", "Back on your list.");
        return "redirect:/today";
    }

    @Allows(Permission.WORK_WITH_STUDENTS)
    @PostMapping("/today/capacity")
    String capacity(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(name = "a-day", defaultValue = "0") int aDay,
            RedirectAttributes flash) {
        flash.addFlashAttribute(
                "notice", signals.setCapacity(viewer, aDay).orElse("Your list now has up to " + aDay + " students."));
        return "redirect:/today";
    }

    private void requireOwn(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        if (roster.person(student.person()).isEmpty()) {
            throw NotFound.student();
        }
    }

    private String page(Viewer viewer, boolean all, Typed typed, Model model) {
        Today today = signals.today(viewer, all);
        Map<PersonId, Person> people = people(today);
        Curriculum curriculum = frameworks.curriculum();
        model.addAttribute("today", today);
        List<Card> cards = cards(today, people, curriculum, groups(viewer));
        int urgent = Math.min(today.capacity(), cards.size());
        model.addAttribute("cards", cards.subList(0, urgent));
        model.addAttribute("others", byKind(cards.subList(urgent, cards.size())));
        model.addAttribute("waiting", waiting(today, people));
        model.addAttribute("reviews", reviews(viewer));
        model.addAttribute("all", all);
        model.addAttribute("typed", typed);
        model.addAttribute("leads", viewer.seesWholeDistrict());
        return "portal/teacher/today";
    }

    private Map<PersonId, Person> people(Today today) {
        return roster.people(Stream.concat(
                        today.needs().stream().map(Need::student),
                        today.setAside().stream().map(aside -> aside.signal().student()))
                .map(StudentId::person)
                .distinct()
                .toList());
    }

    private List<Review> reviews(Viewer viewer) {
        List<Plan> due = plans.of(viewer).stream()
                .filter(plan -> plan.due(day()) && plan.agreement().owner().equals(viewer.person()))
                .toList();
        Map<PersonId, Person> people =
                roster.people(due.stream().map(plan -> plan.student().person()).toList());
        return due.stream()
                .flatMap(plan -> Optional.ofNullable(people.get(plan.student().person())).stream()
                        .map(person -> new Review(plan, person)))
                .toList();
    }

    /** The groups that the viewer teaches, by student. */
    private Map<StudentId, List<StudyGroup>> groups(Viewer viewer) {
        Map<StudentId, List<StudyGroup>> groups = new HashMap<>();
        for (StudyGroup group : roster.groupsTaughtBy(viewer.person())) {
            roster.studentsOf(group.id())
                    .forEach(student -> groups.computeIfAbsent(student.student(), first -> new ArrayList<>())
                            .add(group));
        }
        return groups;
    }

    private static Optional<StudyGroup> group(Need need, Map<StudentId, List<StudyGroup>> groups) {
        return groups.getOrDefault(need.student(), List.of()).stream()
                .filter(group -> group.subjects().contains(need.first().subject()))
                .findFirst();
    }

    private static List<Card> cards(
            Today today, Map<PersonId, Person> people, Curriculum curriculum, Map<StudentId, List<StudyGroup>> groups) {
        return today.needs().stream()
                .flatMap(need -> Optional.ofNullable(people.get(need.student().person())).stream()
                        .map(person -> new Card(
                                person,
                                reason(need.first(), curriculum),
                                need.others().stream()
                                        .map(signal -> reason(signal, curriculum))
                                        .toList(),
                                group(need, groups))))
                .toList();
    }

    /** Whoever is more than a day holds, by what was noticed first; the most urgent kind and student first. */
    private static Map<SignalKind, List<Card>> byKind(List<Card> cards) {
        return cards.stream()
                .collect(Collectors.groupingBy(
                        card -> card.first().signal().kind(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Reason reason(Signal signal, Curriculum curriculum) {
        return new Reason(signal, curriculum.all(signal.competencies()));
    }

    /** One line for each student, however many signals were set aside with them. */
    private static List<Waiting> waiting(Today today, Map<PersonId, Person> people) {
        Map<PersonId, Waiting> waiting = new LinkedHashMap<>();
        for (Today.SetAside aside : today.setAside()) {
            Person person = people.get(aside.signal().student().person());
            if (person != null) {
                waiting.putIfAbsent(person.id(), new Waiting(person, aside.until(), aside.reason()));
            }
        }
        return List.copyOf(waiting.values());
    }

    private LocalDate day() {
        return LocalDate.now(clock);
    }
}
