package org.ownpath.pathway;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What makes a description one that a student can follow. */
final class ActivityCheck {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_ABOUT = 2000;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_LINK = 500;
    private static final int MOST_COMPETENCIES = 12;
    private static final int MOST_TAGS = 8;

    private ActivityCheck() {}

    static List<String> reasons(Activity.Described described) {
        List<String> reasons = new ArrayList<>();
        written("a title", described.title(), LONGEST_TITLE).ifPresent(reasons::add);
        written("what one does there", described.about(), LONGEST_ABOUT).ifPresent(reasons::add);
        written("who offers it", described.provider(), LONGEST_TITLE).ifPresent(reasons::add);
        written("where it is", described.held().place(), LONGEST_PLACE).ifPresent(reasons::add);
        written("when it is", described.held().meets(), LONGEST_PLACE).ifPresent(reasons::add);
        int competencies = described.competencies().size();
        if (competencies < 1 || competencies > MOST_COMPETENCIES) {
            reasons.add("It is good for 1 to " + MOST_COMPETENCIES + " competencies, not for " + competencies
                    + ". Choose those that it really helps with.");
        }
        if (described.tags().size() > MOST_TAGS) {
            reasons.add("Give up to " + MOST_TAGS + " tags.");
        }
        boolean backwards = described.held().firstDay().isPresent()
                && described.held().lastDay().isPresent()
                && described
                        .held()
                        .firstDay()
                        .get()
                        .isAfter(described.held().lastDay().get());
        if (backwards) {
            reasons.add("The last day is before the first. Change one of them.");
        }
        described
                .link()
                .filter(link -> !isLink(link))
                .ifPresent(link -> reasons.add("The link '" + link
                        + "' is no address of the web. Give one that begins with https://, or leave it empty."));
        return reasons;
    }

    private static Optional<String> written(String what, String text, int longest) {
        return text.isBlank() || text.length() > longest
                ? Optional.of("Write " + what + ", in up to " + longest + " characters.")
                : Optional.empty();
    }

    private static boolean isLink(String link) {
        try {
            URI uri = URI.create(link);
            return link.length() <= LONGEST_LINK
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
