package org.ownpath.exchange.lti.tools;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Scores that tools send and results that they read back (Assignment and Grade Services 2.0). */
@RestController
@RequestMapping("/lti/{slug}/services/lineitems/{item}")
class ScoresResource {

    private static final MediaType RESULTS =
            MediaType.parseMediaType("application/vnd.ims.lis.v2.resultcontainer+json");

    private final ToolRequests asking;
    private final LineItemRows lineItems;
    private final ToolScores scores;
    private final ToolScoreRows rows;
    private final ToolRows tools;
    private final LtiAddress address;
    private final Clock clock;

    ScoresResource(
            ToolRequests asking,
            LineItemRows lineItems,
            ToolScores scores,
            ToolScoreRows rows,
            ToolRows tools,
            LtiAddress address,
            Clock clock) {
        this.asking = asking;
        this.lineItems = lineItems;
        this.scores = scores;
        this.rows = rows;
        this.tools = tools;
        this.address = address;
        this.clock = clock;
    }

    @Allows(Permission.SERVE_LEARNING_TOOLS)
    @PostMapping("/scores")
    ResponseEntity<Void> score(
            @AuthenticationPrincipal Viewer viewer, @PathVariable String item, HttpServletRequest request) {
        Tool tool = asking.tool(viewer, request, Lti.SCOPE_SCORES);
        scores.take(viewer, tool, found(tool, item), Score.read(ToolRequests.body(request)));
        return ResponseEntity.noContent().build();
    }

    @Allows(Permission.SERVE_LEARNING_TOOLS)
    @GetMapping("/results")
    @Transactional
    ResponseEntity<String> results(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String item,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request) {
        Tool tool = asking.tool(viewer, request, Lti.SCOPE_RESULTS);
        LineItem lineItem = found(tool, item);
        Page page = Page.of(asked);
        List<ToolScoreRows.Result> results =
                results(tool, lineItem, asked.getOrDefault("user_id", ""), page.from(), page.most() + 1);
        ArrayNode array = StrictJson.empty().putArray("results");
        Instant now = clock.instant();
        results.stream().limit(page.most()).forEach(result -> array.add(result(tool, lineItem, result, now)));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(RESULTS).cacheControl(CacheControl.noStore());
        if (results.size() > page.most()) {
            page.leadOn(answer, address.of("/services/lineitems/" + item + "/results"), asked, "user_id");
        }
        return answer.body(array.toString());
    }

    private List<ToolScoreRows.Result> results(Tool tool, LineItem item, String user, int from, int most) {
        if (user.isEmpty()) {
            return rows.results(item, Optional.empty(), from, most);
        }
        Optional<PersonId> person = tools.person(tool.id(), user);
        return person.isEmpty() ? List.of() : rows.results(item, person.map(StudentId::of), from, most);
    }

    private ObjectNode result(Tool tool, LineItem item, ToolScoreRows.Result result, Instant now) {
        String user = tools.knownAs(tool.id(), result.student().person(), now).toString();
        ObjectNode json = StrictJson.empty();
        json.put("id", address.of("/services/lineitems/" + item.id() + "/results/" + user));
        json.put("scoreOf", address.of("/services/lineitems/" + item.id()));
        json.put("userId", user);
        if (result.given().isPresent()) {
            // as many points as the line item has now
            json.put(
                    "resultScore",
                    result.given().getAsDouble() * item.described().maximum() / result.maximum());
            json.put("resultMaximum", item.described().maximum());
        }
        json.put("comment", result.comment());
        return json;
    }

    private LineItem found(Tool tool, String item) {
        return lineItems
                .find(tool.id(), Page.id(item))
                .orElseThrow(() -> ToolRefused.notHere("There is no such line item."));
    }
}
