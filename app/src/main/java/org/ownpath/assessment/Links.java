package org.ownpath.assessment;

/** Addresses of pages as people type them. */
final class Links {

    private Links() {}

    /** Whether a text is the address of a page, and of nothing that a browser would run. */
    static boolean isAddress(String text) {
        return text.strip().matches("https?://\\S{3,2000}");
    }
}
