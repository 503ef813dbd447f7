package org.ownpath.portal.outcomes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Ladder;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Pathway;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.StudentId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How wide readiness is spread inside one age group: what grouping by birthday hides. */
@Controller
public class SpreadPage {

    private final Access access;
    private final Roster roster;
    private final Pathway pathway;
    private final Frameworks frameworks;
    private final Clock clock;
    private final Asking asking;

    SpreadPage(Access access, Roster roster, Pathway pathway, Frameworks frameworks, Clock clock, Asking asking) {
        this.access = access;
        this.roster = roster;
        this.pathway = pathway;
        this.frameworks = frameworks;
        this.clock = clock;
        this.asking = asking;
    }

    /** The students of one age at work on one level. */
    public record Level(int level, String symbol, List<Person> students) {}

    /** The spread of one age group in one subject. */
    public record Spread(String subject, List<Level> levels, int students) {

        /** How many different levels the age group is at work on. */
        public long width() {
            return levels.stream().filter(level -> !level.students().isEmpty()).count();
        }

        /** The lowest level at which anybody works. */
        public String lowest() {
            return levels.stream()
                    .filter(level -> !level.students().isEmpty())
                    .findFirst()
                    .map(level -> GradeLevel.words(level.level()))
                    .orElse("");
        }

        /** The highest level at which anybody works. */
        public String highest() {
            return levels.stream()
                    .filter(level -> !level.students().isEmpty())
                    .reduce((first, second) -> second)
                    .map(level -> GradeLevel.words(level.level()))
                    .orElse("");
        }

        /** The most students on one level. */
        public int most() {
            return levels.stream()
                    .mapToInt(level -> level.students().size())
                    .max()
                    .orElse(0);
        }
    }

    @Allows(Permission.COMPARE_OUTCOMES)
    @GetMapping("/outcomes/spread")
    String spread(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam Optional<Integer> age,
            @RequestParam Optional<String> subject,
            AsOf asOf,
            Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Map<Integer, List<Person>> byAge = byAge(asOf);
        List<String> subjects = frameworks.curriculum(asOf).subjects();
        int chosen = age.filter(byAge::containsKey).orElse(byAge.containsKey(11) ? 11 : first(byAge));
        List<Spread> spreads = new ArrayList<>();
        for (String each : subject.filter(subjects::contains).map(List::of).orElse(subjects)) {
            spread(each, byAge.getOrDefault(chosen, List.of()), asOf).ifPresent(spreads::add);
        }
        model.addAttribute("view", asking.view(viewer, "", subject.orElse(""), asOf));
        model.addAttribute("ages", List.copyOf(byAge.keySet()));
        model.addAttribute("age", chosen);
        model.addAttribute("subjects", subjects);
        model.addAttribute("subject", subject.filter(subjects::contains).orElse(""));
        model.addAttribute("spreads", spreads);
        return "portal/outcomes/spread";
    }

    @Allows(Permission.COMPARE_OUTCOMES)
    @GetMapping("/outcomes/spread.csv")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal Viewer viewer, @RequestParam Optional<Integer> age, AsOf asOf) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Map<Integer, List<Person>> byAge = byAge(asOf);
        List<Person> students = byAge.getOrDefault(age.orElseGet(() -> first(byAge)), List.of());
        Sheet sheet = Sheets.spread(frameworks.curriculum(asOf).subjects().stream()
                .flatMap(each -> spread(each, students, asOf).stream())
                .toList());
        access.audit(viewer, "outcomes.exported", sheet.name(), sheet.rows().size() + " rows");
        return sheet.file();
    }

    private Map<Integer, List<Person>> byAge(AsOf asOf) {
        LocalDate today = SchoolTime.day(asOf.at(clock.instant()));
        Map<Integer, List<Person>> byAge = new TreeMap<>();
        for (Person student : roster.students()) {
            student.ageOn(today)
                    .ifPresent(age -> byAge.computeIfAbsent(age, fresh -> new ArrayList<>())
                            .add(student));
        }
        return byAge;
    }

    private Optional<Spread> spread(String subject, List<Person> students, AsOf asOf) {
        Map<StudentId, Ladder.Position> positions =
                pathway.positions(students.stream().map(Person::student).toList(), subject, asOf);
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        List<Level> levels = new ArrayList<>();
        for (int level = GradeLevel.LOWEST; level <= GradeLevel.HIGHEST; level++) {
            int rung = level;
            levels.add(new Level(
                    level,
                    GradeLevel.symbol(level),
                    students.stream().filter(s -> working(positions, s) == rung).toList()));
        }
        return Optional.of(new Spread(subject, levels, students.size()));
    }

    private static int working(Map<StudentId, Ladder.Position> positions, Person student) {
        Ladder.Position position = positions.get(student.student());
        return position == null ? -1 : position.workingLevel();
    }

    private static int first(Map<Integer, List<Person>> byAge) {
        return byAge.isEmpty() ? 0 : byAge.keySet().iterator().next();
    }
}
