package org.ownpath.portal.leader;

import java.util.List;
import org.springframework.ui.Model;

/** One page of a long list, by the number that somebody asked for; numbers beyond its ends are its ends. */
record PartOfList<T>(List<T> all, int asked) {

    private static final int ON_A_PAGE = 50;

    /** Names what the template of pages needs, and the items of the page by this name. */
    void into(Model model, String name) {
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.max(1, Math.min(asked, pages));
        model.addAttribute("all", all.size());
        model.addAttribute(
                name,
                all.stream()
                        .skip((long) (shown - 1) * ON_A_PAGE)
                        .limit(ON_A_PAGE)
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
    }
}
