package org.ownpath.exchange.lti.tools;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.shared.TimeOrdered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What tools give points for (Assignment and Grade Services 2.0, line items): each tool sees and keeps its own. */
@RestController
@RequestMapping("/lti/{slug}/services/lineitems")
class LineItemsResource {

    private static final MediaType ITEM = MediaType.parseMediaType("application/vnd.ims.lis.v2.lineitem+json");
    private static final MediaType ITEMS =
            MediaType.parseMediaType("application/vnd.ims.lis.v2.lineitemcontainer+json");

    private final ToolRequests asking;
    private final LineItemRows rows;
    private final LinkRows links;
    private final LtiAddress address;
    private final Access access;
    private final Clock clock;

    LineItemsResource(
            ToolRequests asking, LineItemRows rows, LinkRows links, LtiAddress address, Access access, Clock clock) {
        this.asking = asking;
        this.rows = rows;
        this.links = links;
        this.address = address;
        this.access = access;
        this.clock = clock;
    }

    @Allows(Permission.SERVE_LEARNING_TOOLS)
    @GetMapping
    ResponseEntity<String> all(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request) {
        Tool tool = asking.tool(viewer, request, Lti.SCOPE_LINE_ITEMS, Lti.SCOPE_LINE_ITEMS_READ);
        Page page = Page.of(asked);
        List<LineItem> found = rows.of(
                tool.id(),
                new LineItemRows.Asked(
                        asked.getOrDefault("resource_link_id", ""),
                        asked.getOrDefault("resource_id", ""),
                        asked.getOrDefault("tag", ""),
                        page.from(),
                        page.most() + 1));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(ITEMS).cacheControl(CacheControl.noStore());
        if (found.size() > page.most()) {
            page.leadOn(answer, address.of("/services/lineitems"), asked, "resource_link_id", "resource_id", "tag");
        }
        return answer.body(LineItemJson.of(found.subList(0, Math.min(page.most(), found.size())), address));
    }

    @Allows(Permission.SERVE_LEARNING_TOOLS)
    @PostMapping
    @Transactional
    ResponseEntity<String> add(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
        Tool tool = asking.tool(viewer, request, Lti.SCOPE_LINE_ITEMS);
        LineItemJson said = new LineItemJson(ToolRequests.body(request));
        LineItem item = new LineItem(TimeOrdered.next(), tool.id(), link(tool, said), said.described());
        rows.insert(item, clock.instant());
        access.audit(
                viewer, "line-item.made", item.id().toString(), item.described().label());
        return answer(HttpStatus.CREATED, item);
    }

    @Allows(Permission.SERVE_LEARNING_TOOLS)
    @GetMapping("/{item}")
    ResponseEntity<String> one(
            @AuthenticationPrincipal Viewer viewer, @PathVariable String item, HttpServletRequest request) {
        Tool tool = asking.tool(viewer, request, Lti.SCOPE_LINE_ITEMS, Lti.SCOPE_LINE_ITEMS_READ);
        return answer(HttpStatus.OK, found(tool, item));
    }

    @Allows(Permission.SERVE_LEARNING_TOOLS)
    @PutMapping("/{item}")
    @Transactional
    ResponseEntity<String> change(
            @AuthenticationPrincipal Viewer viewer, @PathVariable String item, HttpServletRequest request) {
        Tool tool = asking.tool(viewer, request, Lti.SCOPE_LINE_ITEMS);
        LineItem before = found(tool, item);
        LineItemJson said = new LineItemJson(ToolRequests.body(request));
        if (said.link().isPresent() && !link(tool, said).equals(before.link())) {
            throw ToolRefused.because("A line item stays with the link that it was made for.");
        }
        LineItem changed = new LineItem(before.id(), before.tool(), before.link(), said.described());
        rows.change(changed);
        access.audit(viewer, "line-item.changed", item, changed.described().label());
        return answer(HttpStatus.OK, changed);
    }

    @Allows(Permission.SERVE_LEARNING_TOOLS)
    @DeleteMapping("/{item}")
    @Transactional
    ResponseEntity<Void> end(
            @AuthenticationPrincipal Viewer viewer, @PathVariable String item, HttpServletRequest request) {
        Tool tool = asking.tool(viewer, request, Lti.SCOPE_LINE_ITEMS);
        rows.end(found(tool, item).id(), clock.instant());
        access.audit(viewer, "line-item.ended", item, "");
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<String> answer(HttpStatus status, LineItem item) {
        return ResponseEntity.status(status)
                .contentType(ITEM)
                .cacheControl(CacheControl.noStore())
                .body(LineItemJson.of(item, address).toString());
    }

    private LineItem found(Tool tool, String item) {
        return rows.find(tool.id(), Page.id(item))
                .orElseThrow(() -> ToolRefused.notHere("There is no such line item."));
    }

    private Optional<ToolLinkId> link(Tool tool, LineItemJson said) {
        Optional<ToolLinkId> link = said.link();
        if (link.isPresent()
                && links.find(link.get())
                        .filter(l -> l.tool().equals(tool.id()))
                        .isEmpty()) {
            throw ToolRefused.because("resourceLinkId names no content of this tool.");
        }
        return link;
    }
}
