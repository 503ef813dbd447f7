package org.ownpath.exchange.lti.tools;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.ActivityKind;
import org.ownpath.shared.ActivityId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to content of tools that is in the catalogue of activities, and what its scores are evidence of. */
@Component
public class ToolLinks {

    private static final int LONGEST_TITLE = 120;
    private static final String ABOUT = "Opens in %s. What you do there counts here at once.";

    private final LinkRows rows;
    private final LineItemRows lineItems;
    private final Tools tools;
    private final Activities activities;
    private final Frameworks frameworks;
    private final LtiAddress address;
    private final Access access;
    private final Clock clock;

    ToolLinks(
            LinkRows rows,
            LineItemRows lineItems,
            Tools tools,
            Activities activities,
            Frameworks frameworks,
            LtiAddress address,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.lineItems = lineItems;
        this.tools = tools;
        this.activities = activities;
        this.frameworks = frameworks;
        this.address = address;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is to be added.
     *
     * @param maximum how many points there are
     */
    public record Wish(
            ToolId tool, ToolLink.Content content, String about, double maximum, ToolLink.Counting counting) {}

    /** What an activity opens; empty where it opens no tool that is connected. */
    public Optional<ToolLink> ofActivity(ActivityId activity) {
        return rows.ofActivity(activity);
    }

    /** The tools that these activities open, by name; those that open none are left out. */
    public Map<ActivityId, String> toolsOf(Collection<ActivityId> activities) {
        return activities.isEmpty() ? Map.of() : rows.toolsOf(activities);
    }

    /** What of a tool is in the catalogue, newest first. */
    public List<ToolLink> ofTool(ToolId tool) {
        return rows.ofTool(tool);
    }

    /** Why nothing can be counted so, with the remedy; empty when it can. */
    public Optional<String> problem(ToolLink.Counting counting) {
        Optional<Competency> competency = frameworks.curriculum().competency(counting.competency());
        return competency.isEmpty()
                ? Optional.of("Choose a competency that is in use.")
                : EvidenceRule.Step.problem(
                        counting.steps(), frameworks.curriculum().scaleOf(competency.get()));
    }

    /**
     * Adds content of a tool to the catalogue, found fit by whoever adds it.
     *
     * @param id of its activity; adding the same twice keeps it once
     * @return why not; empty when it is there
     */
    @Transactional
    public Optional<String> add(Viewer viewer, ActivityId id, Wish wish) {
        access.requireStaff(viewer);
        Optional<Tool> tool = tools.find(wish.tool()).filter(t -> t.endedAt().isEmpty());
        if (tool.isEmpty()) {
            return Optional.of("This tool is not connected any more.");
        }
        Optional<String> problem = problem(wish.counting()).or(() -> problem(wish));
        if (problem.isPresent() || activities.find(viewer, id).isPresent()) {
            return problem;
        }
        List<String> reasons = activities.add(viewer, id, described(tool.get(), wish));
        if (!reasons.isEmpty()) {
            return Optional.of(reasons.get(0));
        }
        activities.vet(viewer, id, true, "Added from " + tool.get().name() + ".");
        ToolLink link = new ToolLink(ToolLinkId.next(), wish.tool(), id, wish.content(), wish.counting());
        Instant now = clock.instant();
        rows.insert(viewer, link, now);
        lineItems.insert(LineItem.of(link, wish.maximum()), now);
        access.audit(
                viewer, "tool-link.added", link.id().toString(), link.content().title());
        return Optional.empty();
    }

    private Optional<String> problem(Wish wish) {
        String title = wish.content().title();
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            return Optional.of("Give it a title, in up to " + LONGEST_TITLE + " characters.");
        }
        if (!(wish.maximum() > 0 && Double.isFinite(wish.maximum()))) {
            return Optional.of("The most points are a number above 0.");
        }
        return address.refusal("The address of the content", wish.content().target());
    }

    private static Activity.Described described(Tool tool, Wish wish) {
        return new Activity.Described(
                ActivityKind.ONLINE,
                wish.content().title(),
                wish.about().isBlank() ? ABOUT.formatted(tool.name()) : wish.about(),
                tool.name(),
                new Activity.Held(true, "On a screen", "At any time", Optional.empty(), Optional.empty()),
                Optional.empty(),
                List.of(wish.counting().competency()),
                List.of());
    }
}
