package org.ownpath.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: who is signed in, where they can go, and how forms prove that they are ours.
 *
 * @param unreadNotices how many notices the viewer has not read; asked for only where a whole page is drawn
 * @param notice something to tell once, after an action
 * @param earlier how the page is read as of an earlier day, where it can be
 */
public record Frame(
        boolean signedIn,
        String displayName,
        String roleWords,
        String schoolName,
        List<Link> nav,
        IntSupplier unreadNotices,
        String csrfParameter,
        String csrfToken,
        @Nullable String notice,
        Optional<Earlier> earlier,
        UnaryOperator<String> assets) {

    /** One place in the navigation. */
    public record Link(String href, String label, String icon, boolean current) {}

    /** Whether the page shows today, so that something can be done about it. */
    public boolean today() {
        return earlier.flatMap(Earlier::day).isEmpty();
    }

    /** An address within, as of the same day as this page. */
    public String at(String address) {
        String joint = address.contains("?") ? "&" : "?";
        return earlier.flatMap(Earlier::day)
                .map(day -> address + joint + AsOfArgument.PARAMETER + "=" + day)
                .orElse(address);
    }

    /** The address of a static file, which changes when its content does. */
    public String asset(String path) {
        return assets.apply(path);
    }
}
