package org.ownpath.portal;

import java.util.List;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;

/** Where each kind of person can go: the places whose permission they have, in this order. */
final class Navigation {

    private static final List<Place> MAIN = List.of(
            new Place("/path", "My path", "path", Permission.SEE_OWN_PATH),
            new Place("/plan", "My plan", "flag", Permission.SEE_OWN_PATH),
            new Place("/show", "Show", "show", Permission.ASK_TO_SHOW),
            new Place("/tests", "Tests", "show", Permission.TAKE_TESTS),
            new Place("/records", "My records", "transcript", Permission.SEE_OWN_PATH),
            new Place("/family", "My children", "family", Permission.SEE_OWN_CHILDREN),
            new Place("/today", "Today", "support", Permission.WORK_WITH_STUDENTS),
            new Place("/groups", "Groups", "groups", Permission.WORK_WITH_STUDENTS),
            new Place("/assess", "Assess", "show", Permission.SCORE_WORK),
            new Place("/record", "Record", "record", Permission.RECORD_EVIDENCE),
            new Place("/students", "Students", "search", Permission.WORK_WITH_STUDENTS),
            new Place("/banks", "Tests", "show", Permission.MAKE_TESTS),
            new Place("/activities", "Activities", "calendar", Permission.CHOOSE_ACTIVITIES),
            new Place("/outcomes", "Outcomes", "growth", Permission.COMPARE_OUTCOMES),
            new Place("/framework", "Framework", "framework", Permission.READ_THE_FRAMEWORK),
            new Place("/school", "School", "school", Permission.SEE_THE_SCHOOL));

    private Navigation() {}

    /** A page that can be gone to by whoever has the permission. */
    record Place(String href, String label, String icon, Permission permission) {

        /** Whether this address is the place or lies beneath it. */
        boolean holds(String address) {
            return address.equals(href) || address.startsWith(href + "/");
        }
    }

    static List<Frame.Link> of(Viewer viewer, String current) {
        boolean school = SchoolPage.PLACES.stream().anyMatch(place -> place.at().holds(current));
        return MAIN.stream()
                .filter(place -> place.permission().has(viewer))
                .map(place -> new Frame.Link(
                        place.href(),
                        place.label(),
                        place.icon(),
                        place.holds(current) || (school && place.href().equals(SchoolPage.ADDRESS))))
                .toList();
    }
}
