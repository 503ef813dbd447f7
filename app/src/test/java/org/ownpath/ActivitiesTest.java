package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.ActivityKind;
import org.ownpath.pathway.Effect;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.pathway.PlannedActivity;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The catalogue: what students are shown of it, and what they do with it. */
class ActivitiesTest extends SchoolTest {

    @LocalServerPort
    int port;

    @Autowired
    Activities activities;

    @Autowired
    PlannedActivities planned;

    @Autowired
    Frameworks frameworks;

    private Viewer named(String name) {
        return viewer(name + "@northside.example");
    }

    private Viewer maya() {
        return named("maya.okafor");
    }

    private Viewer gwen() {
        return named("gwen.abernathy");
    }

    private StudentId student(Viewer viewer) {
        return StudentId.of(viewer.person());
    }

    private Activity.Described described(String title, Optional<String> link) {
        return as(
                gwen(),
                () -> new Activity.Described(
                        ActivityKind.ONLINE,
                        title,
                        "Look and tell.",
                        "Somebody kind",
                        new Activity.Held(false, "Anywhere", "Any day", Optional.empty(), Optional.empty()),
                        link,
                        List.of(Objects.requireNonNull(
                                frameworks.curriculum().byName().get("MA.7.PROP"))),
                        List.of("free")));
    }

    private ActivityId added(String title, Optional<String> link) {
        ActivityId id = ActivityId.next();
        assertThat(as(gwen(), () -> activities.add(gwen(), id, described(title, link))))
                .isEmpty();
        return id;
    }

    private boolean mayaIsOffered(ActivityId id) {
        return as(maya(), () -> activities.catalogue(maya())).stream().anyMatch(a -> a.id().equals(id));
    }

    private void answers(String link, boolean well) {
        asOwner(
                "insert into pathway.link_check (district_id, link, alive, answer, checked_at) select district_id, link, "
                        + well + ", 'As the test says', now() from pathway.activity where link = '" + link
                        + "' on conflict (district_id, link) do update set alive = excluded.alive");
    }

    @Test
    void an_activity_that_nobody_has_vetted_is_never_shown_to_students() {
        ActivityId id = added("Kites by the numbers", Optional.empty());
        assertThat(mayaIsOffered(id)).isFalse();
        Visitor maya = new Visitor(port, HttpClient.Redirect.NORMAL);
        maya.signIn("maya.okafor@northside.example", "northside");
        assertThat(maya.open("/activities/" + id).statusCode()).isEqualTo(404);
        assertThat(maya.open("/activities?q=kites").body()).doesNotContain("Kites by the numbers");
        assertThat(as(maya(), () -> planned.choose(maya(), UUID.randomUUID(), student(maya()), choice(id))))
                .isPresent();

        as(gwen(), () -> activities.vet(gwen(), id, true, "Tried it"));
        assertThat(mayaIsOffered(id)).isTrue();
        assertThat(maya.open("/activities/" + id).body()).contains("Kites by the numbers");

        as(gwen(), () -> activities.vet(gwen(), id, false, "The wind took them"));
        assertThat(mayaIsOffered(id)).isFalse();
    }

    @Test
    void a_link_that_does_not_answer_or_was_never_asked_is_never_shown_to_students() {
        String link = "https://kites.example/numbers";
        ActivityId id = added("Kites on a page", Optional.of(link));
        as(gwen(), () -> activities.vet(gwen(), id, true, ""));
        assertThat(mayaIsOffered(id)).isFalse();
        answers(link, true);
        assertThat(mayaIsOffered(id)).isTrue();
        as(maya(), () -> planned.choose(maya(), UUID.randomUUID(), student(maya()), choice(id)));
        Visitor maya = new Visitor(port, HttpClient.Redirect.NORMAL);
        maya.signIn("maya.okafor@northside.example", "northside");
        assertThat(maya.open("/plan").body()).contains(link);

        answers(link, false);

        assertThat(mayaIsOffered(id)).isFalse();
        assertThat(maya.open("/plan").body())
                .doesNotContain(link)
                .contains("Kites on a page", "The link does not work right now");
        assertThat(maya.open("/activities?q=kites").body()).doesNotContain(link, "Kites on a page");
    }

    @Test
    void another_link_has_to_be_vetted_again() {
        ActivityId id = added("Kites that move", Optional.empty());
        as(gwen(), () -> activities.vet(gwen(), id, true, ""));
        String link = "https://kites.example/elsewhere";
        as(gwen(), () -> activities.change(gwen(), id, described("Kites that move", Optional.of(link))));
        answers(link, true);
        assertThat(mayaIsOffered(id)).isFalse();
        as(gwen(), () -> activities.vet(gwen(), id, true, ""));
        assertThat(mayaIsOffered(id)).isTrue();
    }

    @Test
    void only_staff_say_what_is_fit_and_anybody_may_suggest() {
        ActivityId id = ActivityId.next();
        assertThat(as(maya(), () -> activities.add(maya(), id, described("My aunt's workshop", Optional.empty()))))
                .isEmpty();
        assertThat(mayaIsOffered(id)).isFalse();
        assertThat(as(maya(), () -> activities.find(maya(), id))).isPresent();
        assertThatThrownBy(() -> as(maya(), () -> activities.vet(maya(), id, true, "")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_description_that_leaves_something_out_is_refused_with_what_to_write() {
        Activity.Described good = described("Kites", Optional.of("javascript:alert(1)"));
        List<String> reasons = as(gwen(), () -> activities.add(gwen(), ActivityId.next(), good));
        assertThat(reasons).singleElement().asString().contains("begins with https://");
    }

    @Test
    void what_is_chosen_and_done_twice_is_there_once_and_keeps_its_sentence() {
        ActivityId id = added("Kites again", Optional.empty());
        as(gwen(), () -> activities.vet(gwen(), id, true, ""));
        UUID sent = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(as(maya(), () -> planned.choose(maya(), sent, student(maya()), choice(id))))
                    .isEmpty();
        }
        PlannedActivity chosen = as(maya(), () -> planned.find(maya(), sent)).orElseThrow();
        assertThat(as(maya(), () -> planned.end(maya(), chosen, true, " "))).isPresent();
        assertThat(as(maya(), () -> planned.end(maya(), chosen, true, "The tail matters.")))
                .isEmpty();
        assertThat(as(maya(), () -> planned.end(maya(), chosen, false, "Changed my mind")))
                .isEmpty();
        assertThat(as(maya(), () -> planned.of(maya(), student(maya()))).stream()
                        .filter(line -> line.activity().id().equals(id)))
                .singleElement()
                .matches(line -> line.planned().done())
                .matches(line -> line.planned().end().orElseThrow().words().equals("The tail matters."));
        Viewer leo = named("leo.martinez");
        assertThatThrownBy(() -> as(leo, () -> planned.choose(leo, UUID.randomUUID(), student(maya()), choice(id))))
                .isInstanceOf(NotAllowed.class);
    }

    private static PlannedActivities.Choice choice(ActivityId id) {
        return new PlannedActivities.Choice(id, Optional.empty());
    }

    @Test
    void what_an_activity_has_led_to_is_told_with_how_sure_it_is_or_not_at_all() {
        List<Effect> effects = as(
                gwen(),
                () -> activities.catalogue(gwen()).stream()
                        .map(activities::effect)
                        .toList());
        assertThat(effects).anyMatch(Effect.TooFew.class::isInstance).anyMatch(Effect.Seen.class::isInstance);
        effects.stream()
                .filter(Effect.Seen.class::isInstance)
                .map(Effect.Seen.class::cast)
                .forEach(seen -> {
                    assertThat(seen.cases()).isGreaterThanOrEqualTo(Effect.FEWEST);
                    assertThat(seen.did() - seen.others()).isBetween(seen.low(), seen.high());
                });
    }

    @Test
    void the_form_keeps_what_was_written_when_something_is_missing() {
        Visitor gwen = new Visitor(port, HttpClient.Redirect.NORMAL);
        gwen.signIn("gwen.abernathy@northside.example", "northside");
        String answer = gwen.fill(
                        "/activities/new",
                        "/activities",
                        Map.of("title", "Counting kites", "kind", "game", "where", "out", "about", ""))
                .body();
        assertThat(answer)
                .contains("Everything you wrote is still here", "Counting kites", "Write what one does there");
    }
}
