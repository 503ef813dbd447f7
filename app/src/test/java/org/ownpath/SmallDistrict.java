package org.ownpath;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.FrameworkImport;
import org.ownpath.framework.Scale;
import org.ownpath.policy.Rules;
import org.ownpath.roster.Roster;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.RosterImport;
import org.ownpath.roster.RosterPlan;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.Progress;
import org.springframework.context.ApplicationContext;

/** A district with a dozen students and eight competencies, for tests that need an installation quickly. */
public final class SmallDistrict {

    private static final int STUDENTS = 12;
    private static final int COMPETENCIES = 8;

    private SmallDistrict() {}

    /** Its administrator; the district is made where it is not there yet. */
    public static Viewer administrator(ApplicationContext context) {
        DistrictId district = context.getBean(Accounts.class).openDistrict("smallbrook", "Smallbrook");
        Viewer administrator = new Viewer(
                AccountId.next(), district, PersonId.next(), "Ada Brook", Set.of(Role.ADMINISTRATOR, Role.LEADER));
        DistrictScope.run(district, () -> {
            if (context.getBean(Roster.class).students().isEmpty()) {
                fill(context, administrator);
            }
        });
        return administrator;
    }

    private static void fill(ApplicationContext context, Viewer administrator) {
        Preset preset = Presets.find(Presets.DEFAULT_ID, 3).orElseThrow();
        context.getBean(Rules.class)
                .adopt(administrator, Optional.empty(), preset.title(), preset.rule(), "The usual one.");
        context.getBean(FrameworkImport.class).publish(administrator, framework(), Progress.SILENT);
        RosterPlan plan = context.getBean(RosterImport.class).apply(administrator, roster(), Progress.SILENT);
        if (plan instanceof RosterPlan.Refused refused) {
            throw new IllegalStateException("The small roster is refused: " + refused.problems());
        }
    }

    private static FrameworkDraft framework() {
        List<FrameworkDraft.Item> items = IntStream.rangeClosed(1, COMPETENCIES)
                .mapToObj(n -> new FrameworkDraft.Item(
                        new FrameworkDraft.Origin("small", n),
                        "S" + n,
                        Optional.of("S" + n),
                        "mathematics",
                        Optional.of("Number"),
                        OptionalInt.of(n),
                        "Skill " + n,
                        "Does skill " + n + ".",
                        List.of("begins", "develops", "does", "excels"),
                        Optional.empty(),
                        true))
                .toList();
        return new FrameworkDraft(
                "smallbrook",
                "Smallbrook Framework",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Scale.FOUR_POINT,
                items,
                List.of());
    }

    private static RosterDraft roster() {
        Stream<RosterDraft.Member> students = IntStream.rangeClosed(1, STUDENTS)
                .mapToObj(n -> new RosterDraft.Member(
                        key("student " + n),
                        "Student",
                        "Number" + (char) ('A' + n),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2015, n, n)),
                        Optional.of("5"),
                        Set.of(Role.STUDENT)));
        return new RosterDraft(
                "smallbrook",
                true,
                List.of(new RosterDraft.School(key("school"), "Smallbrook School", "school")),
                new ArrayList<>(students.toList()),
                List.of(),
                List.of(),
                List.of());
    }

    private static RosterDraft.Key key(String sourceId) {
        return new RosterDraft.Key(sourceId, new RosterDraft.Origin("smallbrook", 0), false);
    }
}
