package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Fields;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.BlockId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Counted;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Block;
import org.ownpath.support.BlockRequest;
import org.ownpath.support.Blocks;
import org.ownpath.support.Plan;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Groups by readiness for a block of time: asked for, put right by hand, published, attended, dissolved. */
@Controller
public class GroupingPages {

    private static final int MOST_STAFF = 500;

    private final Access access;
    private final Blocks blocks;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Clock clock;

    GroupingPages(Access access, Blocks blocks, Roster roster, Frameworks frameworks, Clock clock) {
        this.access = access;
        this.blocks = blocks;
        this.roster = roster;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** One group as it is shown. */
    public record Card(Block.Group group, Competency competency, List<Line> lines) {}

    /** One student in a group: why there, and whether they came. */
    public record Line(Person student, String why, String attendance) {}

    @Allows(Permission.GROUP_BY_READINESS)
    @GetMapping("/grouping")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("blocks", blocks.of(viewer));
        model.addAttribute("leads", viewer.seesWholeDistrict());
        return "portal/teacher/blocks";
    }

    @Allows(Permission.GROUP_BY_READINESS)
    @GetMapping("/grouping/new")
    String open(
            @AuthenticationPrincipal Viewer viewer, @RequestParam MultiValueMap<String, String> fields, Model model) {
        BlockForm form = form(viewer, fields);
        boolean nobodys = fields.containsKey("subject") && form.chosen().isEmpty();
        return form(
                viewer,
                nobodys ? form.with(List.of("Choose at least one group whose students it is for.")) : form,
                model);
    }

    @Allows(Permission.GROUP_BY_READINESS)
    @PostMapping("/grouping")
    String propose(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        BlockForm form = form(viewer, fields);
        List<String> reasons = new ArrayList<>();
        Optional<BlockRequest> request = form.read(reasons);
        if (request.isPresent()) {
            Blocks.Answer answer = blocks.propose(viewer, form.id(), request.get());
            if (answer instanceof Blocks.Proposed proposed) {
                return "redirect:/grouping/" + proposed.block();
            }
            reasons.addAll(((Blocks.Refused) answer).reasons());
        }
        response.setStatus(Outcomes.UNPROCESSABLE);
        return form(viewer, form.with(reasons), model);
    }

    @Allows(Permission.GROUP_BY_READINESS)
    @GetMapping("/grouping/{block}")
    String block(@AuthenticationPrincipal Viewer viewer, @PathVariable BlockId block, Model model) {
        Block found = find(viewer, block);
        Map<PersonId, Person> people = roster.people(
                found.seated().stream().map(seat -> seat.student().person()).toList());
        Map<StudentId, Map<CompetencyId, String>> why = blocks.reasons(found);
        List<Card> cards = new ArrayList<>();
        for (Block.Group group : found.groups()) {
            frameworks
                    .curriculum()
                    .competency(group.competency())
                    .ifPresent(competency -> cards.add(new Card(
                            group,
                            competency,
                            lines(
                                    found.of(group),
                                    people,
                                    seat -> why.getOrDefault(seat.student(), Map.of())
                                            .getOrDefault(group.competency(), "placed by hand")))));
        }
        model.addAttribute("block", found);
        model.addAttribute("hours", blocks.hours(found.time()));
        model.addAttribute("clashes", blocks.clashes(found));
        model.addAttribute("cards", cards);
        model.addAttribute("left", lines(found.left(), people, seat -> ""));
        model.addAttribute(
                "names",
                Names.of(
                        roster,
                        found.groups().stream().map(Block.Group::teacher).toList()));
        return "portal/teacher/block";
    }

    @Allows(Permission.GROUP_BY_READINESS)
    @PostMapping("/grouping/{block}/places")
    String move(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BlockId block,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        Block found = find(viewer, block);
        Map<StudentId, Optional<GroupId>> to = moves(found, fields);
        flash.addFlashAttribute(
                "notice", blocks.move(viewer, found, to).orElse(Counted.of(to.size(), "place") + " changed."));
        return "redirect:/grouping/" + block;
    }

    private static Map<StudentId, Optional<GroupId>> moves(Block block, MultiValueMap<String, String> fields) {
        Map<StudentId, Optional<GroupId>> to = new HashMap<>();
        block.seated()
                .forEach(seat -> Optional.ofNullable(fields.getFirst("s." + seat.student()))
                        .map(text -> Fields.id(text, GroupId::of))
                        .filter(group -> !group.equals(seat.group()))
                        .ifPresent(group -> to.put(seat.student(), group)));
        return to;
    }

    /** Publishes the groups as the page shows them, those moved by hand and not kept yet among them. */
    @Allows(Permission.GROUP_BY_READINESS)
    @PostMapping("/grouping/{block}/publication")
    String publish(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BlockId block,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        Block found = find(viewer, block);
        Map<StudentId, Optional<GroupId>> to = moves(found, fields);
        Optional<String> why = to.isEmpty() ? Optional.empty() : blocks.move(viewer, found, to);
        flash.addFlashAttribute(
                "notice",
                why.or(() -> blocks.publish(viewer, find(viewer, block)))
                        .map(clash -> "Not published. " + clash)
                        .orElse("Published. Students and families see it on the path."));
        return "redirect:/grouping/" + block;
    }

    @Allows(Permission.GROUP_BY_READINESS)
    @PostMapping("/grouping/{block}/attendance")
    String attend(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BlockId block,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        Block found = find(viewer, block);
        Map<StudentId, Plan.Attendance> attendance = new HashMap<>();
        found.seated()
                .forEach(seat -> Stream.of(Plan.Attendance.values())
                        .filter(there -> there.code().equals(fields.getFirst("s." + seat.student())))
                        .forEach(there -> attendance.put(seat.student(), there)));
        blocks.attend(viewer, found, attendance);
        flash.addFlashAttribute("notice", "Attendance of " + Counted.of(attendance.size(), "student") + " is kept.");
        return "redirect:/grouping/" + block;
    }

    @Allows(Permission.GROUP_BY_READINESS)
    @PostMapping("/grouping/{block}/dissolution")
    String dissolve(@AuthenticationPrincipal Viewer viewer, @PathVariable BlockId block, RedirectAttributes flash) {
        blocks.dissolve(viewer, find(viewer, block));
        flash.addFlashAttribute("notice", "Dissolved. It stays here to be read.");
        return "redirect:/grouping/" + block;
    }

    private static List<Line> lines(
            List<Block.Seat> seats, Map<PersonId, Person> people, Function<Block.Seat, String> why) {
        return seats.stream()
                .flatMap(seat -> Optional.ofNullable(people.get(seat.student().person())).stream()
                        .map(student -> new Line(
                                student,
                                why.apply(seat),
                                seat.attendance().map(Plan.Attendance::code).orElse(""))))
                .sorted(Comparator.comparing(Line::student, Person.BY_NAME))
                .toList();
    }

    private String form(Viewer viewer, BlockForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("viewer", viewer.person());
        model.addAttribute("hours", blocks.hours());
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1).toString());
        return "portal/teacher/block-new";
    }

    private BlockForm form(Viewer viewer, MultiValueMap<String, String> fields) {
        access.requireStaff(viewer);
        List<StudyGroup> groups = roster.groupsFor(viewer);
        Set<String> chosen = Set.copyOf(fields.getOrDefault("group", List.of()));
        List<StudyGroup> picked =
                groups.stream().filter(g -> chosen.contains(g.id().toString())).toList();
        List<Person> students = picked.stream()
                .flatMap(group -> roster.studentsOf(group.id()).stream())
                .distinct()
                .sorted(Person.BY_NAME)
                .toList();
        List<String> subjects = frameworks.curriculum().subjects();
        String asked = Fields.stripped(fields, "subject");
        String subject = Stream.concat(Stream.of(asked), picked.stream().flatMap(group -> group.subjects().stream()))
                .filter(subjects::contains)
                .findFirst()
                .orElseGet(() -> subjects.stream().findFirst().orElse(""));
        return new BlockForm(
                Fields.id(Fields.stripped(fields, "block"), BlockId::of).orElseGet(BlockId::next),
                groups,
                chosen,
                students,
                roster.search("", Optional.of(Role.TEACHER), MOST_STAFF),
                subjects,
                subject,
                fields,
                List.of());
    }

    private Block find(Viewer viewer, BlockId block) {
        access.requireStaff(viewer);
        return blocks.find(viewer, block)
                .orElseThrow(() -> new NotFound("These groups are not here. Look among your groups by readiness."));
    }
}
