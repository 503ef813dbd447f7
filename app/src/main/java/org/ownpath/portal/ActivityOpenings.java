package org.ownpath.portal;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.tools.Launches;
import org.ownpath.exchange.lti.tools.ToolLinks;
import org.ownpath.exchange.xapi.cmi5.CourseVisits;
import org.ownpath.exchange.xapi.cmi5.Courses;
import org.ownpath.shared.ActivityId;
import org.springframework.stereotype.Component;

/** What activities open: content of a learning tool, or a unit of a course. */
@Component
public class ActivityOpenings {

    private final ToolLinks links;
    private final Launches launches;
    private final Courses courses;
    private final CourseVisits visits;

    ActivityOpenings(ToolLinks links, Launches launches, Courses courses, CourseVisits visits) {
        this.links = links;
        this.launches = launches;
        this.courses = courses;
        this.visits = visits;
    }

    /** What these activities open, by name; those that open nothing are left out. */
    public Map<ActivityId, String> of(Collection<ActivityId> activities) {
        Map<ActivityId, String> names = new HashMap<>(links.toolsOf(activities));
        names.putAll(courses.coursesOf(activities));
        return names;
    }

    /** Opens what an activity opens: the address to follow; empty where it opens nothing now. */
    public Optional<URI> open(Viewer viewer, ActivityId activity) {
        return links.ofActivity(activity)
                .map(link -> launches.open(viewer, link))
                .or(() -> visits.open(viewer, activity));
    }
}
