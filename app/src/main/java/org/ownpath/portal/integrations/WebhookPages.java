package org.ownpath.portal.integrations;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.webhooks.Adding;
import org.ownpath.exchange.webhooks.DeliveryId;
import org.ownpath.exchange.webhooks.Webhook;
import org.ownpath.exchange.webhooks.WebhookEvent;
import org.ownpath.exchange.webhooks.WebhookId;
import org.ownpath.exchange.webhooks.Webhooks;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells other systems what happens here, and shows what they were told and what did not arrive. */
@Controller
class WebhookPages {

    private final Webhooks webhooks;

    WebhookPages(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/webhooks/new")
    String form(Model model) {
        return form("", Set.of(), "", model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/webhooks")
    String add(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") List<String> events,
            Model model) {
        Set<WebhookEvent> chosen = events.stream()
                .flatMap(code -> WebhookEvent.ofCode(code).stream())
                .filter(WebhookEvent::chosen)
                .collect(Collectors.toSet());
        Adding adding = webhooks.add(viewer, address, chosen);
        return adding instanceof Adding.Added added
                ? shown(viewer, added.id(), added.secret(), model)
                : form(address, chosen, ((Adding.Refused) adding).reason(), model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/webhooks/{webhook}")
    String webhook(@AuthenticationPrincipal Viewer viewer, @PathVariable WebhookId webhook, Model model) {
        return shown(viewer, webhook, "", model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/webhooks/{webhook}/tests")
    String test(@AuthenticationPrincipal Viewer viewer, @PathVariable WebhookId webhook) {
        require(viewer, webhook);
        webhooks.test(viewer, webhook);
        return "redirect:/integrations/webhooks/" + webhook;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/webhooks/{webhook}/deliveries/{delivery}/sending")
    String sendAgain(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable WebhookId webhook,
            @PathVariable DeliveryId delivery) {
        require(viewer, webhook);
        webhooks.sendAgain(viewer, webhook, delivery);
        return "redirect:/integrations/webhooks/" + webhook;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/webhooks/{webhook}/beginning")
    String begin(@AuthenticationPrincipal Viewer viewer, @PathVariable WebhookId webhook) {
        require(viewer, webhook);
        webhooks.begin(viewer, webhook);
        return "redirect:/integrations/webhooks/" + webhook;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/webhooks/{webhook}/ending")
    String end(@AuthenticationPrincipal Viewer viewer, @PathVariable WebhookId webhook, RedirectAttributes flash) {
        Webhook before = require(viewer, webhook);
        webhooks.end(viewer, webhook);
        flash.addFlashAttribute("notice", before.address() + " is told nothing more.");
        return "redirect:/integrations";
    }

    private static String form(String address, Set<WebhookEvent> chosen, String error, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("chosen", chosen);
        model.addAttribute("error", error);
        return "portal/integrations/webhook-new";
    }

    private String shown(Viewer viewer, WebhookId id, String secret, Model model) {
        model.addAttribute("webhook", require(viewer, id));
        model.addAttribute("deliveries", webhooks.deliveries(viewer, id));
        model.addAttribute("secret", secret);
        return "portal/integrations/webhook";
    }

    private Webhook require(Viewer viewer, WebhookId id) {
        return webhooks.webhook(viewer, id)
                .orElseThrow(() -> new NotFound("No such system is told anything. Look among the integrations."));
    }
}
