package org.ownpath.exchange.lti.tools;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.lti.LtiRefusals;
import org.ownpath.exchange.lti.SignedMessages;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.Counted;
import org.ownpath.shared.TimeOrdered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to picking content of a tool for the catalogue, in the tool itself (Deep Linking 2.0). */
@Component
public class Picking {

    private static final Duration TIME_TO_PICK = Duration.ofHours(2);
    private static final int MOST_ITEMS = 50;
    private static final double USUAL_MAXIMUM = 100;

    private final LaunchRows rows;
    private final ToolRows tools;
    private final Launches launches;
    private final ToolLinks links;
    private final SignedMessages messages;
    private final LtiAddress address;
    private final LtiRefusals refusals;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    Picking(
            LaunchRows rows,
            ToolRows tools,
            Launches launches,
            ToolLinks links,
            SignedMessages messages,
            LtiAddress address,
            LtiRefusals refusals,
            Accounts accounts,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.tools = tools;
        this.launches = launches;
        this.links = links;
        this.messages = messages;
        this.address = address;
        this.refusals = refusals;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** What became of the wish to pick. */
    public sealed interface Begun {

        /** Follow this address to the tool. */
        record Go(URI there) implements Begun {}

        /** Why not, and what to do. */
        record Refused(String why) implements Begun {}
    }

    /** Sends somebody of the school to a tool to pick content, all of which is to be counted so. */
    @Transactional
    public Begun begin(Viewer viewer, ToolId id, ToolLink.Counting counting) {
        access.requireStaff(viewer);
        Optional<Tool> tool = tools.find(id).filter(found -> found.endedAt().isEmpty());
        Optional<String> picker = tool.flatMap(found -> found.addresses().picker());
        if (picker.isEmpty()) {
            return new Begun.Refused("Content of this tool cannot be picked there. Give the address of the content.");
        }
        Optional<String> problem = links.problem(counting);
        if (problem.isPresent()) {
            return new Begun.Refused(problem.get());
        }
        UUID pick = UUID.randomUUID();
        rows.insert(
                viewer,
                new LaunchRows.Pick(pick, id, viewer.account(), counting, false, ""),
                clock.instant().plus(TIME_TO_PICK));
        return new Begun.Go(launches.pick(viewer, id, pick, picker.get()));
    }

    /** What became of a pick, for whoever picked. */
    public Optional<String> said(Viewer viewer, UUID pick) {
        return rows.pick(pick)
                .filter(found -> found.by().equals(viewer.account()) && found.answered())
                .map(LaunchRows.Pick::said);
    }

    /** Takes what a tool says was picked. The reason in words, where nothing of it can be taken. */
    @Transactional
    public Taken take(String message) {
        Taken taken = taken(message);
        if (taken instanceof Taken.Refused refused) {
            String sender = SignedMessages.unproven(message)
                    .flatMap(claims -> Optional.ofNullable(claims.getIssuer()))
                    .flatMap(tools::connected)
                    .map(Tool::name)
                    .orElse(LtiRefusals.UNKNOWN);
            refusals.note(sender, "said what was picked", refused.why());
        }
        return taken;
    }

    private Taken taken(String message) {
        Optional<JWTClaimsSet> unproven = SignedMessages.unproven(message);
        Optional<Tool> tool = unproven.flatMap(claims -> Optional.ofNullable(claims.getIssuer()))
                .flatMap(tools::connected);
        if (tool.isEmpty()) {
            return new Taken.Refused("The answer is from no tool that is connected.");
        }
        SignedMessages.Opened opened = messages.open(
                message,
                new SignedMessages.Expected(
                        tool.get().id().toString(), tool.get().addresses().keys(), List.of(address.issuer())));
        return opened instanceof SignedMessages.Opened.Bad bad
                ? new Taken.Refused(bad.why())
                : take(tool.get(), ((SignedMessages.Opened.Good) opened).claims());
    }

    /** What came of a tool's answer. */
    public sealed interface Taken {

        /** It was taken. */
        record Done(UUID pick) implements Taken {}

        /** Nothing of it was, and why. */
        record Refused(String why) implements Taken {}
    }

    private Taken take(Tool tool, JWTClaimsSet claims) {
        Optional<LaunchRows.Pick> pick = pick(text(claims, Lti.PICKING + "data"))
                .filter(found -> found.tool().equals(tool.id()));
        boolean fits = Lti.PICK_RESPONSE.equals(text(claims, Lti.CLAIM + "message_type"))
                && Lti.VERSION.equals(text(claims, Lti.CLAIM + "version"))
                && Lti.DEPLOYMENT.equals(text(claims, Lti.CLAIM + "deployment_id"));
        if (pick.isEmpty() || !fits) {
            return new Taken.Refused("It answers nothing that was asked here.");
        }
        String nonce = text(claims, "nonce");
        Instant expires = Objects.requireNonNull(claims.getExpirationTime()).toInstant();
        if (nonce.isBlank() || nonce.length() > 500 || !messages.firstTime("picked " + tool.id(), nonce, expires)) {
            return new Taken.Refused("It has no nonce, or was sent before.");
        }
        Optional<Viewer> by = accounts.viewer(pick.get().by());
        if (by.isEmpty()) {
            return new Taken.Refused("Whoever picked has no account any more.");
        }
        if (!rows.answer(pick.get().id(), clock.instant())) {
            return new Taken.Refused("It was answered before, or too long ago. Pick again.");
        }
        rows.say(pick.get().id(), added(by.get(), tool, pick.get(), claims));
        return new Taken.Done(pick.get().id());
    }

    private String added(Viewer by, Tool tool, LaunchRows.Pick pick, JWTClaimsSet claims) {
        int added = 0;
        String why = "";
        List<?> items = claims.getClaim(Lti.PICKING + "content_items") instanceof List<?> list ? list : List.of();
        for (Object item : items.subList(0, Math.min(items.size(), MOST_ITEMS))) {
            if (item instanceof Map<?, ?> content && "ltiResourceLink".equals(content.get("type"))) {
                ActivityId activity = new ActivityId(TimeOrdered.named(pick.id(), String.valueOf(added)));
                Optional<String> refused = links.add(by, activity, wish(tool, pick, content));
                added += refused.isEmpty() ? 1 : 0;
                why = refused.orElse(why);
            }
        }
        String words = added == 0
                ? "Nothing was added."
                : Counted.word(added, "One activity was added.", added + " activities were added.");
        return why.isEmpty() ? words : words + " " + why;
    }

    private static ToolLinks.Wish wish(Tool tool, LaunchRows.Pick pick, Map<?, ?> content) {
        Map<String, String> custom = new LinkedHashMap<>();
        if (content.get("custom") instanceof Map<?, ?> own) {
            own.forEach((name, value) -> custom.put(String.valueOf(name), String.valueOf(value)));
        }
        Map<?, ?> lineItem = content.get("lineItem") instanceof Map<?, ?> own ? own : Map.of();
        double maximum = lineItem.get("scoreMaximum") instanceof Number number ? number.doubleValue() : USUAL_MAXIMUM;
        return new ToolLinks.Wish(
                tool.id(),
                new ToolLink.Content(
                        text(content.get("title"), tool.name()),
                        text(content.get("url"), tool.addresses().target()),
                        custom),
                text(content.get("text"), ""),
                maximum,
                pick.counting());
    }

    private Optional<LaunchRows.Pick> pick(String data) {
        try {
            return rows.pick(UUID.fromString(data));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object said, String usual) {
        return said instanceof String text && !text.isBlank() ? text.strip() : usual;
    }

    private static String text(JWTClaimsSet claims, String name) {
        try {
            String text = claims.getStringClaim(name);
            return text == null ? "" : text;
        } catch (ParseException e) {
            return "";
        }
    }
}
