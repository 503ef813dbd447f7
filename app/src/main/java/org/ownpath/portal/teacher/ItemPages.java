package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.Saved;
import org.ownpath.assessment.items.question.Kind;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.BankId;
import org.ownpath.shared.ItemId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a question: the form, a preview as students see it, and putting it into tests. */
@Controller
class ItemPages {

    private final ItemBanks banks;
    private final Frameworks frameworks;

    ItemPages(ItemBanks banks, Frameworks frameworks) {
        this.banks = banks;
        this.frameworks = frameworks;
    }

    @Allows(Permission.MAKE_TESTS)
    @GetMapping("/banks/{bank}/items/new")
    String open(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BankId bank,
            @RequestParam(defaultValue = "choice") String kind,
            Model model) {
        return page(viewer, bank(viewer, bank), Optional.empty(), ItemForm.blank(kind(kind)), model);
    }

    @Allows(Permission.MAKE_TESTS)
    @PostMapping("/banks/{bank}/items")
    String add(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable BankId bank,
            @RequestParam(defaultValue = "choice") String kind,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Bank found = bank(viewer, bank);
        ItemForm form = ItemForm.of(kind(kind), fields, file);
        ItemForm.Read read = form.read();
        if (fields.containsKey("preview") || read.content().isEmpty()) {
            return again(viewer, found, Optional.empty(), form.with(read.problems()), response, model);
        }
        Saved saved = banks.add(viewer, bank, read.content().get(), form.curve());
        if (saved instanceof Saved.Refused refused) {
            return again(viewer, found, Optional.empty(), form.with(refused.reasons()), response, model);
        }
        flash.addFlashAttribute("notice", "The question is kept as a draft. Put it into tests when it is ready.");
        return "redirect:/items/" + ((Saved.Kept) saved).id();
    }

    @Allows(Permission.MAKE_TESTS)
    @GetMapping("/items/{item}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable ItemId item, Model model) {
        Item found = item(viewer, item);
        return page(viewer, bank(viewer, found.bank()), Optional.of(found), ItemForm.of(found), model);
    }

    @Allows(Permission.MAKE_TESTS)
    @PostMapping("/items/{item}")
    String change(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ItemId item,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Item found = item(viewer, item);
        Bank bank = bank(viewer, found.bank());
        ItemForm form = ItemForm.of(found.content().question().kind(), fields, file);
        ItemForm.Read read = form.read();
        if (fields.containsKey("preview") || read.content().isEmpty()) {
            return again(viewer, bank, Optional.of(found), form.with(read.problems()), response, model);
        }
        Saved saved = banks.change(
                viewer,
                found,
                read.content().get(),
                form.harderOrEasierThan(found) ? form.curve() : found.strength().curve());
        if (saved instanceof Saved.Refused refused) {
            return again(viewer, bank, Optional.of(found), form.with(refused.reasons()), response, model);
        }
        flash.addFlashAttribute("notice", "The question is changed. Answers given before keep what they answered.");
        return "redirect:/items/" + item;
    }

    @Allows(Permission.MAKE_TESTS)
    @PostMapping("/items/{item}/state")
    String state(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ItemId item,
            @RequestParam boolean released,
            RedirectAttributes flash) {
        Item found = item(viewer, item);
        banks.state(viewer, item, released ? Item.State.RELEASED : Item.State.RETIRED);
        flash.addFlashAttribute(
                "notice",
                released
                        ? "'" + found.content().label() + "' is in tests from now on."
                        : "'" + found.content().label() + "' is asked in no test that begins from now on.");
        return "redirect:/banks/" + found.bank();
    }

    private String again(
            Viewer viewer, Bank bank, Optional<Item> item, ItemForm form, HttpServletResponse response, Model model) {
        if (!form.problems().isEmpty()) {
            response.setStatus(Outcomes.UNPROCESSABLE);
        }
        return page(viewer, bank, item, form, model);
    }

    private String page(Viewer viewer, Bank bank, Optional<Item> item, ItemForm form, Model model) {
        model.addAttribute("bank", bank);
        model.addAttribute("item", item);
        model.addAttribute("form", form);
        model.addAttribute(
                "competencies", frameworks.curriculum().ofSubject(bank.words().subject()));
        model.addAttribute(
                "statistics",
                item.flatMap(found ->
                        Optional.ofNullable(banks.statistics(viewer, bank.id()).get(found.id()))));
        model.addAttribute("preview", form.written().soFar().sheet(1));
        return "portal/teacher/item";
    }

    private static Kind kind(String code) {
        return Kind.ofCode(code)
                .orElseThrow(() -> new NotFound("There is no kind of question called '" + code + "'. Choose one."));
    }

    private Bank bank(Viewer viewer, BankId id) {
        return banks.bank(viewer, id)
                .orElseThrow(() -> new NotFound("This bank is not here. Look among the banks under Tests."));
    }

    private Item item(Viewer viewer, ItemId id) {
        return banks.item(viewer, id)
                .orElseThrow(() -> new NotFound("This question is not here. Look among the banks under Tests."));
    }
}
