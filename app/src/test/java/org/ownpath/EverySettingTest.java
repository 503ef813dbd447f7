package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.policy.WorkingLevel;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** Changing a setting changes what the product does, for every setting of the catalogue. */
class EverySettingTest extends SchoolTest {

    @Autowired
    DesignChoices choices;

    @Autowired
    Pathway pathway;

    @Autowired
    Clock clock;

    private Viewer leader() {
        return viewer("constance.mbekihall@northside.example");
    }

    private <V> void adopt(Setting<V> setting, Scope scope, Optional<V> value) {
        ChoiceDraft draft = ChoiceDraft.EMPTY.with(new ChoiceDraft.SettingChange<>(setting, scope, value, false));
        Instant now = clock.instant();
        assertThat(as(leader(), () -> choices.adopt(leader(), draft, now, "To see what it does")))
                .isInstanceOf(Adopting.Done.class);
    }

    @AfterEach
    void as_it_was() {
        for (Setting<?> setting : Settings.all()) {
            adopt(setting, Scope.district(), Optional.empty());
        }
    }

    @Test
    void the_level_that_a_student_works_at_is_found_as_the_school_says() {
        assertThat(mayasLevels("Mathematics")).containsExactly(6, 7);
        adopt(Settings.WORKING_LEVEL, Scope.district(), Optional.of(WorkingLevel.AFTER_COMPLETE));
        assertThat(mayasLevels("Mathematics")).containsExactly(6);
        adopt(Settings.WORKING_LEVEL, new Scope.Subject("Mathematics"), Optional.of(WorkingLevel.FRONTIER));
        assertThat(mayasLevels("Mathematics")).containsExactly(6, 7);
        adopt(Settings.WORKING_LEVEL, new Scope.Subject("Mathematics"), Optional.of(WorkingLevel.MAJORITY));
        assertThat(mayasLevels("Mathematics")).hasSize(1);
        adopt(Settings.WORKING_LEVEL, new Scope.Subject("Mathematics"), Optional.empty());
    }

    private List<Integer> mayasLevels(String subject) {
        StudentId maya = StudentId.of(viewer("maya.okafor@northside.example").person());
        return as(leader(), () -> pathway.of(maya)).subjects().stream()
                .filter(path -> path.subject().equals(subject))
                .findFirst()
                .map(SubjectPath::workingLevels)
                .orElseThrow();
    }
}
