package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.BankCalibration;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.TestOffers;
import org.ownpath.assessment.items.question.Kind;
import org.ownpath.exchange.qti.QtiExport;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Roster;
import org.ownpath.shared.BankId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The banks of questions that the school keeps, and what is in each. */
@Controller
public class BankPages {

    private final ItemBanks banks;
    private final TestOffers offers;
    private final QtiExport export;
    private final Access access;
    private final Frameworks frameworks;
    private final Roster roster;

    BankPages(
            ItemBanks banks, TestOffers offers, QtiExport export, Access access, Frameworks frameworks, Roster roster) {
        this.banks = banks;
        this.offers = offers;
        this.export = export;
        this.access = access;
        this.frameworks = frameworks;
        this.roster = roster;
    }

    /** The questions of a bank about one competency. */
    public record About(Competency competency, List<Item> items) {

        /** How many of them tests ask. */
        public long released() {
            return items.stream()
                    .filter(item -> item.state() == Item.State.RELEASED)
                    .count();
        }
    }

    @Allows(Permission.MAKE_TESTS)
    @GetMapping("/banks")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        return list(viewer, new Bank.Words("", "", ""), "", model);
    }

    private String list(Viewer viewer, Bank.Words typed, String error, Model model) {
        model.addAttribute("banks", banks.banks(viewer));
        model.addAttribute("offers", offers.offers(viewer));
        model.addAttribute(
                "groups",
                roster.groupsFor(viewer).stream()
                        .collect(Collectors.toMap(group -> group.id(), group -> group.name())));
        model.addAttribute("subjects", frameworks.curriculum().subjects());
        model.addAttribute("typed", typed);
        model.addAttribute("error", error);
        return "portal/teacher/banks";
    }

    @Allows(Permission.MAKE_TESTS)
    @PostMapping("/banks")
    String add(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String about,
            HttpServletResponse response,
            Model model) {
        access.requireStaff(viewer);
        Bank.Words typed = new Bank.Words(title.strip(), subject, about.strip());
        if (typed.title().isEmpty() || !frameworks.curriculum().subjects().contains(subject)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(viewer, typed, "Give the bank a title and choose its subject.", model);
        }
        BankId id = banks.add(viewer, typed, false);
        return "redirect:/banks/" + id;
    }

    @Allows(Permission.MAKE_TESTS)
    @GetMapping("/banks/{bank}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable BankId bank, Model model) {
        List<About> abouts = abouts(banks.items(viewer, bank));
        model.addAttribute("bank", bank(viewer, bank));
        model.addAttribute("abouts", abouts);
        model.addAttribute("statistics", banks.statistics(viewer, bank));
        model.addAttribute("kinds", Kind.values());
        return "portal/teacher/bank";
    }

    private List<About> abouts(List<Item> items) {
        Curriculum curriculum = frameworks.curriculum();
        Map<Competency, List<Item>> byCompetency = new LinkedHashMap<>();
        for (Item item : items) {
            curriculum
                    .competency(item.content().competency())
                    .ifPresent(competency -> byCompetency
                            .computeIfAbsent(competency, c -> new java.util.ArrayList<>())
                            .add(item));
        }
        return byCompetency.entrySet().stream()
                .map(each -> new About(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(
                                (About about) -> about.competency().level().orElse(99))
                        .thenComparingInt(about -> about.competency().position()))
                .toList();
    }

    @Allows(Permission.MAKE_TESTS)
    @PostMapping("/banks/{bank}/opening")
    String open(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BankId bank,
            @RequestParam boolean open,
            RedirectAttributes flash) {
        banks.open(viewer, bank(viewer, bank).id(), open);
        flash.addFlashAttribute(
                "notice",
                open
                        ? "Students can start a test on it when they are ready."
                        : "Students take tests on it only when a teacher offers one.");
        return "redirect:/banks/" + bank;
    }

    /** Puts every draft of a bank into tests. */
    @Allows(Permission.MAKE_TESTS)
    @PostMapping("/banks/{bank}/release")
    String release(@AuthenticationPrincipal Viewer viewer, @PathVariable BankId bank, RedirectAttributes flash) {
        int released = banks.releaseDrafts(viewer, bank(viewer, bank).id());
        flash.addFlashAttribute("notice", released + " questions are in tests from now on.");
        return "redirect:/banks/" + bank;
    }

    @Allows(Permission.MAKE_TESTS)
    @PostMapping("/banks/{bank}/calibration")
    String calibrate(@AuthenticationPrincipal Viewer viewer, @PathVariable BankId bank, RedirectAttributes flash) {
        BankCalibration calibration = banks.calibrate(viewer, bank(viewer, bank).id());
        flash.addFlashAttribute("notice", calibration.words());
        return "redirect:/banks/" + bank;
    }

    @Allows(Permission.MAKE_TESTS)
    @GetMapping("/banks/{bank}/package.zip")
    void download(@AuthenticationPrincipal Viewer viewer, @PathVariable BankId bank, HttpServletResponse response)
            throws IOException {
        Bank found = bank(viewer, bank);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"bank.zip\"");
        export.write(viewer, found, response.getOutputStream());
    }

    private Bank bank(Viewer viewer, BankId id) {
        return banks.bank(viewer, id)
                .orElseThrow(() -> new NotFound("This bank is not here. Look among the banks under Tests."));
    }
}
