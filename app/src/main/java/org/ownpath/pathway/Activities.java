package org.ownpath.pathway;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.ActivityId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of pathway for the catalogue of activities: suggested by anybody, vetted by the school. */
@Component
public class Activities {

    private static final int LONGEST_WORDS = 500;

    private final ActivityRows rows;
    private final Effects effects;
    private final ActivityChoices choices;
    private final Access access;
    private final Clock clock;

    Activities(ActivityRows rows, Effects effects, ActivityChoices choices, Access access, Clock clock) {
        this.rows = rows;
        this.effects = effects;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
    }

    /** What the viewer may see of the catalogue, by title: staff all of it, others what students are offered. */
    public List<Activity> catalogue(Viewer viewer) {
        return rows.all().stream()
                .filter(activity -> viewer.isStaff() || choices.offered(activity))
                .toList();
    }

    /** The activity, if the viewer may see it: besides what is in the catalogue, what one has suggested oneself. */
    public Optional<Activity> find(Viewer viewer, ActivityId id) {
        return rows.find(id)
                .filter(activity -> viewer.isStaff()
                        || choices.offered(activity)
                        || activity.addedBy().equals(viewer.person()));
    }

    /** Why students are not offered it, in words; empty when they are. */
    public Optional<String> notOffered(Activity activity) {
        return choices.refusal(activity);
    }

    /** What it has led to among those who did it. */
    public Effect effect(Activity activity) {
        return effects.of(activity);
    }

    /**
     * Adds an activity. Students see it when somebody of the school has vetted it and its link answers.
     *
     * @param id chosen by the sender: adding the same one twice keeps it once
     * @return why it cannot be taken, each with the remedy; empty when it is
     */
    @Transactional
    public List<String> add(Viewer viewer, ActivityId id, Activity.Described described) {
        List<String> reasons = ActivityCheck.reasons(described);
        if (reasons.isEmpty() && rows.add(id, described, viewer.person(), clock.instant())) {
            access.audit(viewer, "activity.added", id.toString(), described.title());
        }
        return reasons;
    }

    /**
     * Describes an activity anew. With another link it is to be vetted again.
     *
     * @return why it cannot be, each with the remedy; empty when it is
     */
    @Transactional
    public List<String> change(Viewer viewer, ActivityId id, Activity.Described described) {
        access.requireStaff(viewer);
        List<String> reasons = ActivityCheck.reasons(described);
        if (reasons.isEmpty()) {
            rows.change(id, described);
            access.audit(viewer, "activity.changed", id.toString(), described.title());
        }
        return reasons;
    }

    /** Takes an activity out of the catalogue; it stays on the plans that it is on. */
    @Transactional
    public void retire(Viewer viewer, ActivityId id) {
        access.requireStaff(viewer);
        rows.retire(id, clock.instant());
        access.audit(viewer, "activity.retired", id.toString(), "");
    }

    /**
     * Says in the viewer's name whether an activity, as it is now, is fit for students.
     *
     * @return why not; empty when it is said
     */
    @Transactional
    public Optional<String> vet(Viewer viewer, ActivityId id, boolean fit, String words) {
        access.requireStaff(viewer);
        if (words.strip().length() > LONGEST_WORDS || (!fit && words.isBlank())) {
            return Optional.of("Write why, in up to " + LONGEST_WORDS + " characters.");
        }
        rows.find(id).ifPresent(activity -> {
            rows.addVetting(activity, new Activity.Vetting(fit, words.strip(), viewer.person(), clock.instant()));
            access.audit(viewer, fit ? "activity.vetted" : "activity.refused", id.toString(), words.strip());
        });
        return Optional.empty();
    }

    /** Takes in an activity from before, vetted by somebody. How its link answers is found out here. */
    @Transactional
    public void takeIn(Viewer viewer, ActivityId id, Activity.Described described, Activity.Vetting vetting) {
        access.require(viewer, Role.ADMINISTRATOR);
        rows.add(id, described, vetting.by(), vetting.at());
        rows.find(id).ifPresent(activity -> rows.addVetting(activity, vetting));
        access.audit(viewer, "activity.taken-in", id.toString(), described.title());
    }
}
