package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.Offer;
import org.ownpath.assessment.items.Offered;
import org.ownpath.assessment.items.TestOffers;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offering a test to a group, and what came of it. */
@Controller
public class OfferPages {

    private final TestOffers offers;
    private final ItemBanks banks;
    private final Roster roster;
    private final Frameworks frameworks;

    OfferPages(TestOffers offers, ItemBanks banks, Roster roster, Frameworks frameworks) {
        this.offers = offers;
        this.banks = banks;
        this.roster = roster;
        this.frameworks = frameworks;
    }

    /** An offer while it is being written, as it was typed. */
    public record OfferForm(
            String title, String group, String minutes, boolean fixed, Set<String> chosen, List<String> problems) {

        static OfferForm of(MultiValueMap<String, String> fields, List<String> problems) {
            Set<String> chosen = new TreeSet<>(fields.getOrDefault("competencies", List.of()));
            chosen.addAll(fields.getOrDefault("items", List.of()));
            return new OfferForm(
                    Fields.stripped(fields, "title"),
                    Fields.stripped(fields, "group"),
                    Fields.stripped(fields, "minutes"),
                    Fields.stripped(fields, "form").equals("fixed"),
                    chosen,
                    problems);
        }
    }

    @Allows(Permission.OFFER_TESTS)
    @GetMapping("/banks/{bank}/offers/new")
    String open(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BankId bank,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        return page(viewer, bank(viewer, bank), OfferForm.of(fields, List.of()), model);
    }

    private String page(Viewer viewer, Bank bank, OfferForm form, Model model) {
        List<Item> items = banks.items(viewer, bank.id()).stream()
                .filter(item -> item.state() == Item.State.RELEASED)
                .toList();
        Set<CompetencyId> competencies =
                items.stream().map(item -> item.content().competency()).collect(Collectors.toSet());
        model.addAttribute("bank", bank);
        model.addAttribute("form", form);
        model.addAttribute("items", items);
        model.addAttribute("groups", roster.groupsFor(viewer));
        model.addAttribute(
                "competencies",
                frameworks.curriculum().ofSubject(bank.words().subject()).stream()
                        .filter(competency -> competencies.contains(competency.id()))
                        .toList());
        return "portal/teacher/offer-form";
    }

    @Allows(Permission.OFFER_TESTS)
    @PostMapping("/banks/{bank}/offers")
    String offer(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BankId bank,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Bank found = bank(viewer, bank);
        Optional<GroupId> group = Fields.id(Fields.stripped(fields, "group"), GroupId::of);
        String minutes = Fields.stripped(fields, "minutes");
        List<String> problems = group.isEmpty()
                ? List.of("Choose one of your groups.")
                : minutes.isEmpty() || minutes.matches("\\d{1,4}")
                        ? List.of()
                        : List.of("'" + minutes + "' is no number of minutes. Write digits, or leave it empty.");
        if (problems.isEmpty()) {
            Offered offered = offers.offer(viewer, terms(found, fields, group.orElseThrow(), viewer));
            if (offered instanceof Offered.Open open) {
                flash.addFlashAttribute("notice", "The group sees the test now, under Tests.");
                return "redirect:/offers/" + open.id();
            }
            problems = ((Offered.Refused) offered).reasons();
        }
        response.setStatus(Outcomes.UNPROCESSABLE);
        return page(viewer, found, OfferForm.of(fields, problems), model);
    }

    private Offer.Terms terms(Bank bank, MultiValueMap<String, String> fields, GroupId group, Viewer viewer) {
        boolean fixed = Fields.stripped(fields, "form").equals("fixed");
        List<ItemId> items = ids(fields, "items").stream()
                .flatMap(text -> Fields.id(text, ItemId::of).stream())
                .toList();
        List<CompetencyId> competencies = fixed
                ? banks.items(viewer, bank.id()).stream()
                        .filter(item -> items.contains(item.id()))
                        .map(item -> item.content().competency())
                        .distinct()
                        .toList()
                : ids(fields, "competencies").stream()
                        .flatMap(text -> Fields.id(text, CompetencyId::of).stream())
                        .toList();
        String minutes = Fields.stripped(fields, "minutes");
        return new Offer.Terms(
                bank.id(),
                group,
                Fields.stripped(fields, "title"),
                competencies,
                fixed ? Optional.of(items) : Optional.empty(),
                minutes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(minutes)));
    }

    private static List<String> ids(MultiValueMap<String, String> fields, String name) {
        return fields.getOrDefault(name, List.of());
    }

    @Allows(Permission.OFFER_TESTS)
    @GetMapping("/offers/{offer}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable OfferId offer, Model model) {
        return show(viewer, found(viewer, offer), "", model);
    }

    private String show(Viewer viewer, Offer offer, String error, Model model) {
        Curriculum curriculum = frameworks.curriculum();
        List<Competency> competencies = curriculum.all(offer.terms().competencies());
        model.addAttribute("offer", offer);
        model.addAttribute(
                "group",
                roster.group(offer.terms().group()).map(StudyGroup::name).orElse("A group that is closed"));
        model.addAttribute("competencies", competencies);
        model.addAttribute("results", offers.results(viewer, offer));
        model.addAttribute("toScore", offers.toScore(viewer, offer));
        model.addAttribute("error", error);
        return "portal/teacher/offer";
    }

    @Allows(Permission.OFFER_TESTS)
    @PostMapping("/offers/{offer}/closing")
    String close(@AuthenticationPrincipal Viewer viewer, @PathVariable OfferId offer, RedirectAttributes flash) {
        offers.close(viewer, found(viewer, offer));
        flash.addFlashAttribute("notice", "Nobody can begin it any more. Whoever has begun may finish.");
        return "redirect:/offers/" + offer;
    }

    @Allows(Permission.OFFER_TESTS)
    @PostMapping("/offers/{offer}/scores")
    String score(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable OfferId offer,
            @RequestParam AttemptId attempt,
            @RequestParam int number,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(defaultValue = "") String comment,
            Model model,
            RedirectAttributes flash) {
        Offer found = found(viewer, offer);
        Optional<TestOffers.ToScore> answer = offers.toScore(viewer, found).stream()
                .filter(each -> each.attempt().equals(attempt) && each.number() == number)
                .findFirst();
        if (answer.isPresent()) {
            Optional<String> refusal = points.matches("\\d{1,3}(\\.\\d)?")
                    ? offers.score(viewer, answer.get(), Double.parseDouble(points), comment)
                    : Optional.of("'" + points + "' is no number of points. Write digits only.");
            if (refusal.isPresent()) {
                return show(viewer, found, refusal.get(), model);
            }
        }
        flash.addFlashAttribute("notice", "The score is kept.");
        return "redirect:/offers/" + offer + "#scoring";
    }

    private Bank bank(Viewer viewer, BankId id) {
        return banks.bank(viewer, id)
                .orElseThrow(() -> new NotFound("This bank is not here. Look among the banks under Tests."));
    }

    private Offer found(Viewer viewer, OfferId id) {
        return offers.offer(viewer, id)
                .orElseThrow(() -> new NotFound("This test is not offered to a group of yours. Look under Tests."));
    }
}
