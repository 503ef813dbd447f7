package org.ownpath.portal.leader;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ownpath.credential.CompetencySet;
import org.ownpath.credential.Demand;
import org.ownpath.credential.GraduationPlan;
import org.ownpath.credential.PlanId;
import org.ownpath.credential.Requirement;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.portal.Fields;
import org.springframework.util.MultiValueMap;

/** A graduation plan as somebody types it, kept as typed until it can be read. */
public record PlanForm(String id, String title, String from, String reason, List<Row> rows) {

    private static final int SPARE_ROWS = 3;

    /** One requirement as typed; without a title it is none. */
    public record Row(
            String title, String subject, String lowest, String highest, String needed, String depth, String form) {

        static final Row BLANK = new Row("", "", "9", "12", "", "", "");

        Requirement read() {
            return new Requirement(
                    title,
                    new CompetencySet(Optional.of(subject).filter(s -> !s.isEmpty()), number(lowest), number(highest)),
                    number(needed),
                    new Demand(Depth.ofCode(depth), Form.ofCode(form)));
        }

        private static Row of(Requirement requirement) {
            return new Row(
                    requirement.title(),
                    requirement.among().subject().orElse(""),
                    String.valueOf(requirement.among().lowest()),
                    String.valueOf(requirement.among().highest()),
                    String.valueOf(requirement.needed()),
                    requirement.demand().depth().map(Depth::code).orElse(""),
                    requirement.demand().form().map(Form::code).orElse(""));
        }

        private static int number(String text) {
            return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        }
    }

    /** To write a new plan, starting from the one in force. */
    static PlanForm startingFrom(Optional<GraduationPlan> plan, LocalDate today) {
        return new PlanForm(
                        PlanId.next().toString(),
                        plan.map(GraduationPlan::title).orElse("Graduation at our school"),
                        today.toString(),
                        "",
                        plan.stream()
                                .flatMap(p -> p.requirements().stream())
                                .map(Row::of)
                                .toList())
                .withSpareRows();
    }

    /** As a browser sent it. */
    static PlanForm sent(MultiValueMap<String, String> fields) {
        List<Row> rows = IntStream.range(
                        0, fields.getOrDefault("requirement", List.of()).size())
                .mapToObj(i -> new Row(
                        nth(fields, "requirement", i),
                        nth(fields, "subject", i),
                        nth(fields, "lowest", i),
                        nth(fields, "highest", i),
                        nth(fields, "needed", i),
                        nth(fields, "depth", i),
                        nth(fields, "form", i)))
                .filter(row -> !row.title().isBlank() || !row.needed().isBlank())
                .toList();
        return new PlanForm(
                        id(nth(fields, "id", 0)),
                        nth(fields, "title", 0),
                        nth(fields, "from", 0),
                        nth(fields, "reason", 0),
                        rows)
                .withSpareRows();
    }

    /** A form that lost its id is a plan of its own. */
    private static String id(String sent) {
        return Fields.id(sent, PlanId::of).orElseGet(PlanId::next).toString();
    }

    /** The plan that it says; empty when its day is none. */
    Optional<GraduationPlan> read() {
        try {
            return Optional.of(new GraduationPlan(
                    PlanId.of(id),
                    title,
                    LocalDate.parse(from),
                    reason,
                    rows.stream()
                            .filter(row -> !row.equals(Row.BLANK))
                            .map(Row::read)
                            .toList()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private PlanForm withSpareRows() {
        List<Row> all = new ArrayList<>(rows);
        Stream.generate(() -> Row.BLANK).limit(SPARE_ROWS).forEach(all::add);
        return new PlanForm(id, title, from, reason, all);
    }

    private static String nth(MultiValueMap<String, String> fields, String name, int n) {
        List<String> values = fields.getOrDefault(name, List.of());
        return n < values.size() ? values.get(n).strip() : "";
    }
}
