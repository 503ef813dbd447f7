package org.ownpath.portal.leader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Framework;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.policy.Scope;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.School;
import org.ownpath.shared.GradeLevel;
import org.springframework.stereotype.Component;

/** The parts of a district that something can be set for: to choose from, and by the names that people know. */
@Component
public class Parts {

    private static final String STUDENT = "student";
    private static final String COMPETENCY = "competency";

    private final Roster roster;
    private final Frameworks frameworks;

    Parts(Roster roster, Frameworks frameworks) {
        this.roster = roster;
        this.frameworks = frameworks;
    }

    /** Parts of one sort; a student or competency is chosen by writing its name. */
    public record Group(String title, List<Choice> choices) {}

    /** One part, as a form names it. */
    public record Choice(String code, String title) {}

    /** The part that somebody chose, or what to write instead. */
    sealed interface Chosen {
        record Part(Scope scope) implements Chosen {}

        record Unknown(String why) implements Chosen {}
    }

    /** The lowest rating that counts as mastery, on the scale of the first framework in use. */
    double threshold() {
        return frameworks.curriculum().frameworks().stream()
                .findFirst()
                .map(Framework::scale)
                .orElse(Scale.FOUR_POINT)
                .mastery();
    }

    /** What a form offers for these sorts of parts. */
    List<Group> groups(Set<Scope.Kind> kinds) {
        Curriculum curriculum = frameworks.curriculum();
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("Everybody", List.of(new Choice(Scope.district().code(), "The whole district"))));
        if (kinds.contains(Scope.Kind.SCHOOL)) {
            groups.add(new Group(
                    "One school", roster.schools().stream().map(Parts::choice).toList()));
        }
        if (kinds.contains(Scope.Kind.SUBJECT)) {
            groups.add(new Group(
                    "One subject",
                    curriculum.subjects().stream()
                            .map(s -> choice(new Scope.Subject(s), s))
                            .toList()));
        }
        if (kinds.contains(Scope.Kind.LEVEL)) {
            groups.add(new Group("One level of a subject", levels(curriculum)));
        }
        List<Choice> named = new ArrayList<>();
        if (kinds.contains(Scope.Kind.STUDENT)) {
            named.add(new Choice(STUDENT, "One student, named below"));
        }
        if (kinds.contains(Scope.Kind.COMPETENCY)) {
            named.add(new Choice(COMPETENCY, "One competency, by its code below"));
        }
        groups.add(new Group("Somebody or something in particular", named));
        return groups.stream().filter(group -> !group.choices().isEmpty()).toList();
    }

    /** The part that a form chose, with the name that was written beside it. */
    Chosen chosen(String code, String named) {
        if (code.equals(STUDENT)) {
            return student(named.strip());
        }
        if (code.equals(COMPETENCY)) {
            return competency(named.strip());
        }
        return Scope.of(code)
                .filter(this::isHere)
                .<Chosen>map(Chosen.Part::new)
                .orElseGet(() -> new Chosen.Unknown("Choose for whom it is."));
    }

    /** Whether this district has such a part. */
    boolean isHere(Scope scope) {
        return title(scope).isPresent();
    }

    /** A part by the name that people know. */
    String words(Scope scope) {
        return title(scope).orElse("A part that is not here any more");
    }

    private Optional<String> title(Scope scope) {
        Curriculum curriculum = frameworks.curriculum();
        if (scope instanceof Scope.School one) {
            return roster.schools().stream()
                    .filter(s -> s.id().equals(one.school()))
                    .findFirst()
                    .map(School::name);
        }
        if (scope instanceof Scope.Subject one) {
            return Optional.of(one.subject()).filter(curriculum.subjects()::contains);
        }
        if (scope instanceof Scope.Level one) {
            return Optional.of(one)
                    .filter(l -> curriculum.levelsOf(l.subject()).contains(l.level()))
                    .map(Parts::level);
        }
        if (scope instanceof Scope.OneCompetency one) {
            return curriculum.competency(one.competency()).map(Parts::competency);
        }
        if (scope instanceof Scope.OneStudent one) {
            return roster.person(one.student().person()).map(Person::fullName);
        }
        return Optional.of("The whole district");
    }

    private Chosen student(String name) {
        List<Person> found = name.isEmpty() ? List.of() : roster.search(name, Optional.of(Role.STUDENT), 2);
        if (found.size() == 1) {
            return new Chosen.Part(new Scope.OneStudent(found.get(0).student()));
        }
        return new Chosen.Unknown(
                found.isEmpty()
                        ? "No student is called '" + name + "'. Write the name as it stands in the list of students."
                        : "Several students are called '" + name + "'. Write the whole name.");
    }

    private Chosen competency(String code) {
        return Optional.ofNullable(frameworks.curriculum().byName().get(code))
                .<Chosen>map(id -> new Chosen.Part(new Scope.OneCompetency(id)))
                .orElseGet(() -> new Chosen.Unknown(
                        "No competency has the code '" + code + "'. Its code stands in the framework."));
    }

    private static List<Choice> levels(Curriculum curriculum) {
        List<Choice> choices = new ArrayList<>();
        for (String subject : curriculum.subjects()) {
            for (int level : curriculum.levelsOf(subject)) {
                Scope.Level scope = new Scope.Level(subject, level);
                choices.add(choice(scope, level(scope)));
            }
        }
        return choices;
    }

    private static String level(Scope.Level level) {
        return level.subject() + ", " + GradeLevel.words(level.level());
    }

    private static String competency(Competency competency) {
        return competency.code().map(code -> code + ", ").orElse("") + competency.title();
    }

    private static Choice choice(School school) {
        return choice(new Scope.School(school.id()), school.name());
    }

    private static Choice choice(Scope scope, String title) {
        return new Choice(scope.code(), title);
    }
}
