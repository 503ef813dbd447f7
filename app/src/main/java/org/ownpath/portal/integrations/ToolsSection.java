package org.ownpath.portal.integrations;

import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.LtiKeys;
import org.ownpath.exchange.lti.LtiRefusals;
import org.ownpath.exchange.lti.platforms.Platforms;
import org.ownpath.exchange.lti.tools.ToolScores;
import org.ownpath.exchange.lti.tools.Tools;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page Integrations shows of learning tools and learning management systems. */
@Component
class ToolsSection {

    private static final int LATEST = 20;

    private final Tools tools;
    private final ToolScores scores;
    private final Platforms platforms;
    private final LtiKeys keys;
    private final LtiRefusals refusals;

    ToolsSection(Tools tools, ToolScores scores, Platforms platforms, LtiKeys keys, LtiRefusals refusals) {
        this.tools = tools;
        this.scores = scores;
        this.platforms = platforms;
        this.keys = keys;
        this.refusals = refusals;
    }

    void show(Viewer viewer, Model model) {
        model.addAttribute("tools", tools.inUse());
        model.addAttribute("scores", scores.outcomes(viewer, LATEST));
        model.addAttribute("platforms", platforms.inUse());
        model.addAttribute("returned", platforms.returned(viewer, LATEST));
        model.addAttribute("keySince", keys.since());
        model.addAttribute("refused", refusals.newest(LATEST));
    }
}
