package org.ownpath.portal;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: who is signed in, where they can go, and how forms prove that they are ours.
 *
 * @param unread how many notices the viewer has not read
 * @param notice something to tell once, after an action
 */
public record Frame(
        boolean signedIn,
        String displayName,
        String roleWords,
        String schoolName,
        List<Link> nav,
        int unread,
        String csrfParameter,
        String csrfToken,
        @Nullable String notice,
        UnaryOperator<String> assets) {

    /** One place in the navigation. */
    public record Link(String href, String label, String icon, boolean current) {}

    /** The address of a static file, which changes when its content does. */
    public String asset(String path) {
        return assets.apply(path);
    }
}
