package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ownpath.access.Viewer;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The seed school, in which a test adopts what it wants: afterwards everything is chosen as it was. */
abstract class ChosenSchoolTest extends SchoolTest {

    static final Scope MATHEMATICS = new Scope.Subject("Mathematics");

    @LocalServerPort
    int port;

    @Autowired
    DesignChoices choices;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private ChoiceDraft before = ChoiceDraft.EMPTY;

    @BeforeEach
    void as_it_is() {
        before = as(leader(), () -> choices.stated(clock.instant()));
    }

    /** What was adopted here is taken away, and what it replaced adopted again. */
    @AfterEach
    void as_it_was() {
        ChoiceDraft changed =
                as(leader(), () -> choices.stated(clock.instant())).without(before);
        ChoiceDraft back = ChoiceDraft.EMPTY;
        for (ChoiceDraft.SettingChange<?> change : changed.settings()) {
            back = back.with(ended(change));
        }
        for (ChoiceDraft.RuleChange change : changed.rules()) {
            back = back.with(change.end());
        }
        Set<Scope> scopes = Stream.concat(
                        changed.settings().stream().map(ChoiceDraft.SettingChange::scope),
                        changed.rules().stream().map(ChoiceDraft.RuleChange::scope))
                .collect(Collectors.toSet());
        back = back.with(before.only(scopes::contains));
        if (!back.isEmpty()) {
            adopt(back);
        }
        if (!changed.rules().isEmpty()) {
            judgedAnew();
        }
    }

    /** Waits until everybody is judged under the rules that were adopted. */
    void judgedAnew() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> as(leader(), this::judgedUnderAllRules));
    }

    private boolean judgedUnderAllRules() {
        return database.sql("""
                select not exists (
                    select from policy.rule_version v join policy.adoption a on a.id = v.adoption_id
                    where a.effective_from <= :now and not exists (
                        select from mastery.caught_up c where c.adoption_id = a.id and c.at is not null))""")
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private static <V> ChoiceDraft.SettingChange<V> ended(ChoiceDraft.SettingChange<V> change) {
        return new ChoiceDraft.SettingChange<>(change.setting(), change.scope(), Optional.empty(), false);
    }

    Viewer leader() {
        return viewer("constance.mbekihall@northside.example");
    }

    StudentId maya() {
        return StudentId.of(viewer("maya.okafor@northside.example").person());
    }

    <V> void adopt(Setting<V> setting, Scope scope, V value) {
        adopt(ChoiceDraft.EMPTY.with(new ChoiceDraft.SettingChange<>(setting, scope, Optional.of(value), false)));
    }

    void adopt(ChoiceDraft draft) {
        assertThat(as(leader(), () -> choices.adopt(leader(), draft, clock.instant(), "To see what it does")))
                .isInstanceOf(Adopting.Done.class);
    }

    String page(String name, String path) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name + "@northside.example", "northside");
        return visitor.open(path).body();
    }
}
