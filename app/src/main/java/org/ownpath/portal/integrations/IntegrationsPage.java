package org.ownpath.portal.integrations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Tokens;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.LearningReading;
import org.ownpath.exchange.xapi.LearningRecord;
import org.ownpath.exchange.xapi.LearningRecords;
import org.ownpath.exchange.xapi.own.OwnStatements;
import org.ownpath.exchange.xapi.rules.EvidenceRules;
import org.ownpath.portal.Names;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What is connected, what came last, what became of it, and what failed and why. */
@Controller
public class IntegrationsPage {

    private static final int LATEST = 20;
    private static final int A_SCHOOL_YEAR = 365;

    private final Tokens tokens;
    private final LearningReading reading;
    private final EvidenceRules rules;
    private final OwnStatements own;
    private final Roster roster;
    private final ToolsSection learningTools;
    private final ConnectedThings connected;

    IntegrationsPage(
            Tokens tokens,
            LearningReading reading,
            EvidenceRules rules,
            OwnStatements own,
            Roster roster,
            ToolsSection learningTools,
            ConnectedThings connected) {
        this.tokens = tokens;
        this.reading = reading;
        this.rules = rules;
        this.own = own;
        this.roster = roster;
        this.learningTools = learningTools;
        this.connected = connected;
    }

    /**
     * A program that speaks xAPI, as the page shows it.
     *
     * @param last what it sent last, in words
     */
    public record Program(Tokens.Token token, Optional<Instant> lastSent, String last) {}

    /** A request that was refused. */
    public record Failed(Instant at, String program, String what, String why) {}

    /**
     * A statement that came.
     *
     * @param who acts: by name, where it is somebody on the roster
     */
    public record Came(Instant at, String program, String who, LearningRecord record) {}

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations")
    String page(@AuthenticationPrincipal Viewer viewer, Model model) {
        return shown(viewer, "", "", model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/programs")
    String connect(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean everything,
            Model model) {
        Set<TokenScope> scopes =
                everything ? Set.of(TokenScope.STATEMENTS, TokenScope.READ) : Set.of(TokenScope.STATEMENTS);
        Tokens.Issued issued = tokens.issueToProgram(viewer, new Tokens.Wish(name, scopes, A_SCHOOL_YEAR), Role.LEADER);
        return issued instanceof Tokens.Issued.Done done
                ? shown(viewer, done.token(), "", model)
                : shown(viewer, "", ((Tokens.Issued.Refused) issued).reason(), model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/own-statements")
    String tell(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "false") boolean wanted,
            RedirectAttributes flash) {
        own.tell(viewer, wanted);
        flash.addFlashAttribute(
                "notice",
                wanted
                        ? "From now on, what happens here is told to programs that may read everything."
                        : "Nothing more is told. What was told stays.");
        return "redirect:/integrations";
    }

    private String shown(Viewer viewer, String issued, String error, Model model) {
        List<Tokens.Token> speaking = Stream.concat(tokens.ofPrograms(viewer).stream(), tokens.of(viewer).stream())
                .filter(token -> token.scopes().contains(TokenScope.STATEMENTS))
                .toList();
        Map<AccountId, String> names = speaking.stream()
                .collect(Collectors.toMap(Tokens.Token::account, Tokens.Token::name, (one, other) -> one));
        model.addAttribute("connected", connected.all(viewer));
        model.addAttribute("programs", speaking.stream().map(this::program).toList());
        model.addAttribute(
                "failed",
                reading.refused(LATEST).stream()
                        .map(each -> new Failed(
                                each.at(),
                                names.getOrDefault(each.sentBy(), "a program that has ended"),
                                each.what(),
                                each.why()))
                        .toList());
        model.addAttribute("came", came(names));
        model.addAttribute("rules", rules.inForce(viewer));
        model.addAttribute("outcomes", rules.outcomes(viewer, Optional.empty(), LATEST));
        model.addAttribute("telling", own.since());
        learningTools.show(viewer, model);
        model.addAttribute("issued", issued);
        model.addAttribute("error", error);
        model.addAttribute(
                "endpoint",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/xapi/")
                        .toUriString());
        return "portal/integrations/overview";
    }

    private List<Came> came(Map<AccountId, String> programs) {
        List<LearningReading.Stored> newest = reading.newest(LATEST);
        Names names = Names.of(
                roster,
                newest.stream()
                        .flatMap(stored -> stored.record().student().stream())
                        .map(StudentId::person)
                        .toList());
        return newest.stream()
                .map(stored -> new Came(
                        stored.storedAt(),
                        stored.record().sentBy().equals(LearningRecords.OWNPATH)
                                ? "Ownpath"
                                : programs.getOrDefault(stored.record().sentBy(), "a program that has ended"),
                        stored.record()
                                .student()
                                .map(student -> names.of(student.person()))
                                .orElseGet(() -> stored.record().actor()),
                        stored.record()))
                .toList();
    }

    private Program program(Tokens.Token token) {
        Optional<LearningReading.Stored> last = reading.lastOf(token.account());
        return new Program(
                token,
                last.map(LearningReading.Stored::storedAt),
                last.map(stored -> stored.record().words()).orElse(""));
    }
}
