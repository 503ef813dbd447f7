package org.ownpath.portal.signin;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.ClassCards;
import org.ownpath.access.signin.Newcomer;
import org.ownpath.access.signin.SignInRules;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.QrPicture;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.Counted;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Cards by which the young children of a group sign in: making, printing, renewing and ending them. */
@Controller
public class ClassCardPages {

    private final Access access;
    private final Roster roster;
    private final ClassCards cards;
    private final SignInRules rules;

    ClassCardPages(Access access, Roster roster, ClassCards cards, SignInRules rules) {
        this.access = access;
        this.roster = roster;
        this.cards = cards;
        this.rules = rules;
    }

    /** A card with the child's name and the address of the door. */
    public record Printed(Person child, ClassCards.Card card, String address, QrPicture picture) {}

    @Allows(Permission.LET_STUDENTS_IN)
    @GetMapping("/groups/{group}/cards")
    String cards(@AuthenticationPrincipal Viewer viewer, @PathVariable GroupId group, Model model) {
        access.requireStaff(viewer);
        StudyGroup found = group(group);
        List<Person> young = young(viewer, group);
        Map<StudentId, Person> byId = young.stream().collect(Collectors.toMap(Person::student, Function.identity()));
        String door = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/sign-in/class/")
                .toUriString();
        String words = door.replaceFirst("^https?://", "").replaceFirst("/$", "");
        List<Printed> printed = cards.of(viewer, group).stream()
                .flatMap(card -> Stream.ofNullable(byId.get(card.student()))
                        .map(child -> new Printed(child, card, words, QrPicture.of(door + card.code()))))
                .toList();
        model.addAttribute("group", found);
        model.addAttribute("cards", printed);
        model.addAttribute("without", young.size() - printed.size());
        model.addAttribute("until", rules.now().picturesUntil());
        return "portal/signin/cards";
    }

    @Allows(Permission.LET_STUDENTS_IN)
    @PostMapping("/groups/{group}/cards")
    String make(@AuthenticationPrincipal Viewer viewer, @PathVariable GroupId group, RedirectAttributes flash) {
        int made = cards.make(viewer, group, newcomers(young(viewer, group)));
        flash.addFlashAttribute(
                "notice", Counted.of(made, "card is", "cards are") + " made. Print them now, or any day.");
        return "redirect:/groups/" + group + "/cards";
    }

    @Allows(Permission.LET_STUDENTS_IN)
    @PostMapping("/groups/{group}/cards/{student}/renewal")
    String renew(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable GroupId group,
            @PathVariable StudentId student,
            RedirectAttributes flash) {
        Person child = young(viewer, group).stream()
                .filter(person -> person.student().equals(student))
                .findFirst()
                .orElseThrow(() -> new NotFound("This child has no card here. Look among the cards of the group."));
        cards.renew(viewer, newcomer(child));
        flash.addFlashAttribute("notice", child.givenName() + " taps other pictures now. Print the new card.");
        return "redirect:/groups/" + group + "/cards";
    }

    @Allows(Permission.LET_STUDENTS_IN)
    @PostMapping("/groups/{group}/cards/ending")
    String end(@AuthenticationPrincipal Viewer viewer, @PathVariable GroupId group, RedirectAttributes flash) {
        cards.end(viewer, group, newcomers(own(viewer, group)));
        flash.addFlashAttribute("notice", "The cards of this group open nothing any more.");
        return "redirect:/groups/" + group + "/cards";
    }

    private StudyGroup group(GroupId group) {
        return roster.group(group).orElseThrow(() -> new NotFound("This group is not here. Look among your groups."));
    }

    /** Those of the group whom the viewer may let in. */
    private List<Person> own(Viewer viewer, GroupId group) {
        access.requireStaff(viewer);
        group(group);
        List<Person> students = roster.studentsOf(group);
        Set<StudentId> mine =
                access.recordable(viewer, students.stream().map(Person::student).toList());
        if (mine.isEmpty() && !students.isEmpty()) {
            throw new NotAllowed("These children are let in by their own teachers, a leader or an administrator.");
        }
        return students.stream()
                .filter(student -> mine.contains(student.student()))
                .toList();
    }

    /** Those of them who are young enough for a card. */
    private List<Person> young(Viewer viewer, GroupId group) {
        OptionalInt until = rules.now().picturesUntil();
        return own(viewer, group).stream()
                .filter(student -> student.gradeLabel()
                        .map(GradeLevel::read)
                        .filter(OptionalInt::isPresent)
                        .filter(grade -> until.isPresent() && grade.getAsInt() <= until.getAsInt())
                        .isPresent())
                .toList();
    }

    private static List<Newcomer> newcomers(List<Person> people) {
        return people.stream().map(ClassCardPages::newcomer).toList();
    }

    private static Newcomer newcomer(Person person) {
        return new Newcomer(person.id(), person.fullName(), person.email(), person.roles());
    }
}
