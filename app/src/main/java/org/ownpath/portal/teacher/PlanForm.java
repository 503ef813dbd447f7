package org.ownpath.portal.teacher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.portal.Fields;
import org.ownpath.roster.Person;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.support.Plan;
import org.ownpath.support.SignalKind;
import org.ownpath.support.SupportKind;
import org.springframework.util.MultiValueMap;

/**
 * A plan of support while it is being written, with everything as it was typed.
 *
 * @param offered the competencies that it can be about
 * @param owners who can see to it
 * @param problems why it could not be taken
 */
public record PlanForm(
        PlanId id,
        Person student,
        String subject,
        String signal,
        List<Competency> offered,
        List<Person> owners,
        Typed typed,
        List<String> problems) {

    /** The fields as they were typed. */
    public record Typed(
            Set<String> competencies, String tier, String kind, String aim, String steps, String owner, String review) {

        static Typed of(MultiValueMap<String, String> fields) {
            return new Typed(
                    Set.copyOf(fields.getOrDefault("competency", List.of())),
                    Fields.stripped(fields, "tier"),
                    Fields.stripped(fields, "kind"),
                    Fields.stripped(fields, "aim"),
                    Fields.stripped(fields, "steps"),
                    Fields.stripped(fields, "owner"),
                    Fields.stripped(fields, "review"));
        }
    }

    /** Whether a competency is chosen. */
    public boolean chosen(Competency competency) {
        return typed.competencies().contains(competency.id().toString());
    }

    PlanForm with(List<String> reasons) {
        return new PlanForm(id, student, subject, signal, offered, owners, typed, reasons);
    }

    /** Whatever cannot be read; empty when {@link #agreement} can be. */
    List<String> unreadable() {
        List<String> problems = new ArrayList<>();
        if (SupportKind.ofCode(typed.kind()).isEmpty()) {
            problems.add("Choose a kind of support.");
        }
        if (!typed.tier().matches("[1-3]")) {
            problems.add("Choose a tier: 1, 2 or 3.");
        }
        if (day().isEmpty()) {
            problems.add("'" + typed.review() + "' is no day. Choose when to look whether it helps.");
        }
        if (owner().isEmpty()) {
            problems.add("Choose who sees to it.");
        }
        return problems;
    }

    Plan.Agreement agreement() {
        List<CompetencyId> competencies =
                offered.stream().filter(this::chosen).map(Competency::id).toList();
        return new Plan.Agreement(
                subject,
                competencies,
                Arrays.stream(SignalKind.values())
                        .filter(kind -> kind.code().equals(signal))
                        .findFirst(),
                Integer.parseInt(typed.tier()),
                SupportKind.ofCode(typed.kind()).orElseThrow(),
                typed.aim(),
                typed.steps()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                owner().orElseThrow(),
                day().orElseThrow());
    }

    /** As a new form shows it: about what the signal is about, seen to by whoever opens it, looked at in three weeks. */
    static Typed start(Set<CompetencyId> about, List<Competency> offered, Viewer viewer, LocalDate review) {
        String titles = offered.stream()
                .filter(c -> about.contains(c.id()))
                .map(Competency::title)
                .collect(Collectors.joining("; "));
        return new Typed(
                about.stream().map(CompetencyId::toString).collect(Collectors.toSet()),
                "2",
                "",
                titles.isEmpty() ? "" : "Master: " + titles,
                "",
                viewer.person().toString(),
                review.toString());
    }

    private Optional<PersonId> owner() {
        return owners.stream()
                .map(Person::id)
                .filter(id -> id.toString().equals(typed.owner()))
                .findFirst();
    }

    private Optional<LocalDate> day() {
        return Fields.day(typed.review());
    }
}
