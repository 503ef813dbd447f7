package org.ownpath.portal.leader;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoice;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.Rules;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Start;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ten design choices: what is in force, where it comes from, and changes of it for the viewer's draft. */
@Controller
public class ChoicesPage {

    private static final Set<Scope.Kind> OF_RULES =
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SUBJECT, Scope.Kind.LEVEL, Scope.Kind.COMPETENCY);

    private final Access access;
    private final DesignChoices choices;
    private final Rules rules;
    private final Parts parts;
    private final Clock clock;

    ChoicesPage(Access access, DesignChoices choices, Rules rules, Parts parts, Clock clock) {
        this.access = access;
        this.choices = choices;
        this.rules = rules;
        this.parts = parts;
        this.clock = clock;
    }

    /** One choice on the overview, with the settings that it holds. */
    public record Card(DesignChoice choice, List<SettingView> settings) {}

    /** A way of running a school that many know, and in what it differs from today. */
    public record Beginning(Start start, List<DraftLine> differences) {}

    /** A part of the district with a rule of its own. */
    public record OwnRule(String who, String title, String sentence, boolean locked) {}

    /** What somebody sent, and why it cannot be taken. */
    public record Typed(String setting, String scope, String named, boolean locked, String error) {

        static final Typed NOTHING = new Typed("", "district", "", false, "");
    }

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @GetMapping("/choices")
    String open(@AuthenticationPrincipal Viewer viewer, @RequestParam Optional<String> choice, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        model.addAttribute("draft", choices.draft(viewer).size());
        if (choice.isPresent()) {
            return one(known(choice.get()), List.of(), Typed.NOTHING, model);
        }
        model.addAttribute("cards", cards());
        model.addAttribute("ruleAhead", rulesAhead());
        model.addAttribute("starts", Start.all().stream().map(this::beginning).toList());
        model.addAttribute("rule", rules.book().inForce(clock.instant()));
        return "portal/leader/choices";
    }

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @PostMapping("/choices/draft/settings")
    String change(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Setting<?> setting = Settings.find(Fields.text(fields, "setting"))
                .orElseThrow(() -> new NotFound("There is no such setting. Look among the design choices."));
        List<String> values = fields.getOrDefault("value", List.of());
        ChangeForm form = new ChangeForm(parts, fields);
        ChangeForm.Change change = form.change(setting, values);
        if (change instanceof ChangeForm.Clear clear) {
            return kept(viewer, clear.change(), setting.choice(), flash);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("draft", choices.draft(viewer).size());
        return one(setting.choice(), values, form.typed(setting.id(), ((ChangeForm.Unclear) change).why()), model);
    }

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @PostMapping("/choices/draft/rules")
    String rule(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        ChangeForm form = new ChangeForm(parts, fields);
        ChangeForm.Change change = form.rule(
                Presets.find(Fields.text(fields, "preset"), parts.threshold()), rules.book(), clock.instant());
        if (change instanceof ChangeForm.Clear clear) {
            return kept(viewer, clear.change(), DesignChoice.PROGRESS, flash);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("draft", choices.draft(viewer).size());
        return one(DesignChoice.PROGRESS, List.of(), form.typed("rule", ((ChangeForm.Unclear) change).why()), model);
    }

    private String kept(Viewer viewer, ChoiceDraft change, DesignChoice of, RedirectAttributes flash) {
        choices.keep(viewer, choices.draft(viewer).with(change));
        flash.addFlashAttribute("notice", "It is in your draft. Nothing changes until you adopt the draft.");
        return "redirect:/choices?choice=" + of.code();
    }

    private String one(DesignChoice choice, List<String> values, Typed typed, Model model) {
        model.addAttribute("choice", choice);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "settings",
                Settings.of(choice).stream()
                        .map(this::view)
                        .map(v -> v.setting().id().equals(typed.setting()) ? v.with(values) : v)
                        .toList());
        model.addAttribute(
                "groups",
                Settings.of(choice).stream().collect(Collectors.toMap(Setting::id, s -> parts.groups(s.scopes()))));
        boolean progress = choice == DesignChoice.PROGRESS;
        RuleBook book = rules.book();
        model.addAttribute("rule", book.inForce(clock.instant()));
        model.addAttribute("ruleAhead", rulesAhead());
        model.addAttribute("ownRules", progress ? ownRules(book) : List.of());
        model.addAttribute("presets", progress ? byGroup(Presets.forThreshold(parts.threshold())) : Map.of());
        model.addAttribute("ruleGroups", progress ? parts.groups(OF_RULES) : List.of());
        return "portal/leader/choice";
    }

    private List<Card> cards() {
        return Arrays.stream(DesignChoice.values())
                .map(choice -> new Card(
                        choice, Settings.of(choice).stream().map(this::view).toList()))
                .filter(card -> !card.settings().isEmpty() || card.choice() == DesignChoice.PROGRESS)
                .toList();
    }

    private Beginning beginning(Start start) {
        Instant now = clock.instant();
        return new Beginning(
                start,
                DraftLine.of(
                        choices.differing(start.draft(parts.threshold()), now),
                        new DraftLine.Before(choices.book(), rules.book(), parts, now)));
    }

    private SettingView view(Setting<?> setting) {
        return SettingView.of(setting, choices.book(), parts, clock.instant());
    }

    private List<DecidedAhead> rulesAhead() {
        return rules.book().ahead(clock.instant()).stream()
                .map(next -> DecidedAhead.of(next, parts))
                .toList();
    }

    private List<OwnRule> ownRules(RuleBook book) {
        return book.stated(clock.instant()).stream()
                .filter(version -> !version.scope().equals(Scope.district()))
                .map(version -> new OwnRule(
                        parts.words(version.scope()),
                        version.title(),
                        version.rule().sentence(),
                        version.locked()))
                .toList();
    }

    private static Map<String, List<Preset>> byGroup(List<Preset> presets) {
        return presets.stream().collect(Collectors.groupingBy(Preset::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static DesignChoice known(String code) {
        return Arrays.stream(DesignChoice.values())
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such design choice. Look among the ten."));
    }
}
