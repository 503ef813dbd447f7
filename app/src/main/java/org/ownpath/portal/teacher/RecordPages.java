package org.ownpath.portal.teacher;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recording evidence: whom, what, what sort of occasion, and a rating for each, from the keyboard. */
@Controller
class RecordPages {

    private static final String RATING = "r.";

    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Ledger ledger;
    private final Clock clock;

    RecordPages(Access access, Roster roster, Frameworks frameworks, Ledger ledger, Clock clock) {
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/record")
    String form(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) List<CompetencyId> competency,
            Model model) {
        return page(viewer, typed, competency == null ? List.of() : competency, List.of(), model);
    }

    @PostMapping("/record")
    String record(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) List<CompetencyId> competency,
            Model model,
            RedirectAttributes flash) {
        List<CompetencyId> competencies = competency == null ? List.of() : competency;
        Optional<Instant> shownAt = shownAt(typed.getOrDefault("day", ""));
        if (shownAt.isEmpty()) {
            return page(viewer, typed, competencies, List.of("Give the day on which it was shown."), model);
        }
        Outcome outcome = ledger.record(viewer, observation(viewer, typed, competencies, shownAt.get()));
        if (outcome instanceof Outcome.Refused refused) {
            return page(viewer, typed, competencies, refused.reasons(), model);
        }
        if (outcome instanceof Outcome.Conflict conflict) {
            return page(viewer, typed, competencies, List.of(conflict.reason()), model);
        }
        flash.addFlashAttribute("notice", "Recorded. What it changes is in force already.");
        return "redirect:/pieces/" + typed.get("piece");
    }

    private String page(
            Viewer viewer, Map<String, String> typed, List<CompetencyId> chosen, List<String> errors, Model model) {
        access.require(viewer, Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR);
        Curriculum curriculum = frameworks.curriculum();
        String subject = Optional.ofNullable(typed.get("subject"))
                .filter(curriculum.subjects()::contains)
                .orElseGet(() -> curriculum.subjects().stream().findFirst().orElse(""));
        List<Competency> competencies = chosen.stream()
                .flatMap(id -> curriculum.competency(id).stream())
                .toList();
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "groups", viewer.seesWholeDistrict() ? roster.groups() : roster.groupsTaughtBy(viewer.person()));
        model.addAttribute("subjects", curriculum.subjects());
        model.addAttribute("subject", subject);
        model.addAttribute("choices", curriculum.ofSubject(subject));
        model.addAttribute("chosen", competencies);
        model.addAttribute("students", students(viewer, typed));
        model.addAttribute("scale", competencies.isEmpty() ? null : curriculum.scaleOf(competencies.get(0)));
        model.addAttribute("piece", typed.getOrDefault("piece", PieceId.next().toString()));
        model.addAttribute(
                "today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        return "portal/teacher/record";
    }

    private List<Person> students(Viewer viewer, Map<String, String> typed) {
        List<Person> students = Optional.ofNullable(typed.get("student"))
                .filter(text -> !text.isBlank())
                .map(text -> roster.person(PersonId.of(text)).stream().toList())
                .or(() -> Optional.ofNullable(typed.get("group"))
                        .filter(text -> !text.isBlank())
                        .map(text -> roster.studentsOf(GroupId.of(text))))
                .orElse(List.of());
        var visible =
                access.visible(viewer, students.stream().map(Person::student).toList());
        return students.stream().filter(s -> visible.contains(s.student())).collect(Collectors.toList());
    }

    private Observation observation(
            Viewer viewer, Map<String, String> typed, List<CompetencyId> competencies, Instant shownAt) {
        List<Observation.Rating> ratings = new ArrayList<>();
        typed.forEach((field, value) -> {
            if (field.startsWith(RATING)) {
                String[] parts = field.substring(RATING.length()).split("\\.");
                CompetencyId competency = CompetencyId.of(parts[1]);
                if (competencies.contains(competency)) {
                    ratings.add(new Observation.Rating(StudentId.of(parts[0]), competency, result(value)));
                }
            }
        });
        return new Observation(
                PieceId.of(typed.getOrDefault("piece", "")),
                new Observation.Nature(
                        Form.ofCode(typed.getOrDefault("form", "")).orElse(Form.OBSERVATION),
                        Depth.ofCode(typed.getOrDefault("depth", "")).orElse(Depth.APPLY),
                        Context.ofCode(typed.getOrDefault("context", "")).orElse(Context.CLASS),
                        Purpose.ofCode(typed.getOrDefault("purpose", "")).orElse(Purpose.SUMMATIVE)),
                viewer.person(),
                shownAt,
                text(typed.get("task")),
                text(typed.get("note")),
                List.of(),
                ratings);
    }

    private static Result result(String value) {
        return switch (value) {
            case "missed" -> Result.missed();
            case "excused" -> Result.excused();
            default -> Result.rated(Double.parseDouble(value));
        };
    }

    private static Optional<String> text(@org.jspecify.annotations.Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The beginning of the day, so that sending the same form twice says the same, and today is never in the future. */
    private static Optional<Instant> shownAt(String day) {
        try {
            return Optional.of(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
