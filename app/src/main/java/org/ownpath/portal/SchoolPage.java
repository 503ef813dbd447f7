package org.ownpath.portal;

import java.util.List;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the school is run: the pages that are needed now and then, each with what it is for. */
@Controller
public class SchoolPage {

    static final String ADDRESS = "/school";

    static final List<Entry> PLACES = List.of(
            entry(
                    "/choices",
                    "Design choices",
                    "rules",
                    Permission.CHOOSE_THE_DESIGN,
                    "How the school works: what is in force, what is drafted, and what was decided when."),
            entry(
                    "/what-if",
                    "What if",
                    "what-if",
                    Permission.ASK_WHAT_IF,
                    "What another rule would change, for whom and why, before anybody adopts it."),
            entry("/people", "People", "people", Permission.GIVE_ACCOUNTS, "Who is on the roster, and their way in."),
            entry(
                    "/imports",
                    "Imports",
                    "import",
                    Permission.IMPORT,
                    "Rosters, frameworks, evidence, attendance and questions, each checked before anything is changed."),
            entry(
                    "/integrations",
                    "Integrations",
                    "link",
                    Permission.KEEP_INTEGRATIONS,
                    "Which systems, games and courses are connected, what came and went last, and what failed and why."),
            entry(
                    "/mail",
                    "E-mails",
                    "chat",
                    Permission.READ_E_MAILS,
                    "Which e-mails were written, and what became of them."),
            entry(
                    "/graduation",
                    "Graduation",
                    "award",
                    Permission.SET_GRADUATION,
                    "What graduating asks for, and since when."),
            entry(
                    "/badge-list",
                    "Badges",
                    "award",
                    Permission.DEFINE_BADGES,
                    "Which badges the school gives, for what, and how many hold them."),
            entry(
                    "/signing-keys",
                    "Signing keys",
                    "lock",
                    Permission.KEEP_SIGNING_KEYS,
                    "The keys with which badges and records are signed: renew them, withdraw one that was lost."),
            entry(
                    "/substitutes",
                    "Substitutes",
                    "calendar",
                    Permission.GIVE_SUBSTITUTES,
                    "Who stands in for a teacher, and until when."),
            entry(
                    "/families",
                    "Families",
                    "family",
                    Permission.DECIDE_FOR_FAMILIES,
                    "Guardians who may not see a student, students of age, and what names and work may be used for."),
            entry(
                    "/corrections",
                    "Corrections asked for",
                    "record",
                    Permission.ANSWER_CORRECTIONS,
                    "What families and students say is wrong in a record, and the school's answers."),
            entry(
                    "/clock",
                    "Clock",
                    "clock",
                    Permission.SET_THE_CLOCK,
                    "Which time the school's clock shows, by which days and hours are meant."),
            entry(
                    "/audit",
                    "Who did what",
                    "path",
                    Permission.READ_THE_TRAIL,
                    "Who saw or changed what about whom, sealed line by line."),
            entry(
                    "/retention",
                    "How long things are kept",
                    "calendar",
                    Permission.SAY_HOW_LONG,
                    "After how many months e-mails, notices, links and people who left go."),
            entry(
                    "/permissions",
                    "Who may do what",
                    "lock",
                    Permission.READ_PERMISSIONS,
                    "The one table of what each role may see and do, and about whom."));

    /** A place and what it is for. */
    public record Entry(Navigation.Place at, String purpose) {}

    @Allows(Permission.SEE_THE_SCHOOL)
    @GetMapping(ADDRESS)
    String school(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute(
                "places",
                PLACES.stream()
                        .filter(place -> place.at().permission().has(viewer))
                        .map(Shown::of)
                        .toList());
        return "portal/school";
    }

    /** As the page shows a place. */
    public record Shown(String href, String label, String icon, String purpose) {

        static Shown of(Entry entry) {
            return new Shown(entry.at().href(), entry.at().label(), entry.at().icon(), entry.purpose());
        }
    }

    private static Entry entry(String href, String label, String icon, Permission permission, String purpose) {
        return new Entry(new Navigation.Place(href, label, icon, permission), purpose);
    }
}
