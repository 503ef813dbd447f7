package org.ownpath.portal;

import java.util.ArrayList;
import java.util.List;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;

/** Where each kind of person can go. */
final class Navigation {

    private Navigation() {}

    static List<Frame.Link> of(Viewer viewer, String current) {
        List<Frame.Link> links = new ArrayList<>();
        if (viewer.is(Role.STUDENT)) {
            links.add(link("/path", "My path", "path", current));
            links.add(link("/show", "Show", "show", current));
            links.add(link("/tests", "Tests", "show", current));
            links.add(link("/records", "My records", "transcript", current));
        }
        if (viewer.is(Role.FAMILY)) {
            links.add(link("/family", "My children", "family", current));
        }
        if (viewer.isStaff()) {
            links.add(link("/today", "Today", "support", current));
            links.add(link("/groups", "Groups", "groups", current));
            links.add(link("/assess", "Assess", "show", current));
            links.add(link("/record", "Record", "record", current));
            links.add(link("/students", "Students", "search", current));
            links.add(link("/banks", "Tests", "show", current));
        }
        if (viewer.seesWholeDistrict()) {
            links.add(link("/outcomes", "Outcomes", "growth", current));
            links.add(link("/choices", "Design choices", "rules", current));
            links.add(link("/what-if", "What if", "what-if", current));
            links.add(link("/graduation", "Graduation", "award", current));
        }
        links.add(link("/framework", "Framework", "framework", current));
        if (viewer.is(Role.ADMINISTRATOR)) {
            links.add(link("/imports", "Imports", "import", current));
            links.add(link("/people", "People", "people", current));
            links.add(link("/mail", "E-mails", "chat", current));
        }
        return links;
    }

    private static Frame.Link link(String href, String label, String icon, String current) {
        return new Frame.Link(href, label, icon, current.equals(href) || current.startsWith(href + "/"));
    }
}
