package org.ownpath.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be adopted and what is refused, in words; and how choices travel as JSON. */
class AdoptingTest extends SchoolTest {

    private static final Scope WRITING = new Scope.Subject("Writing");

    @Autowired
    DesignChoices choices;

    private Viewer irene() {
        return viewer("irene.castellan@southfield.example");
    }

    private List<String> refusals(ChoiceDraft draft, Instant from, String reason) {
        Adopting adopting = as(irene(), () -> choices.adopt(irene(), draft, from, reason));
        return adopting instanceof Adopting.Refused refused ? refused.reasons() : List.of();
    }

    private static ChoiceDraft words(Scope scope, boolean locked) {
        return ChoiceDraft.EMPTY.with(
                new ChoiceDraft.SettingChange<>(Settings.LEVEL_WORDS, scope, Optional.of(LevelWords.WORDS), locked));
    }

    @Test
    void nothing_without_a_reason_a_change_or_a_day_that_is_to_come() {
        Instant now = Instant.now();
        assertThat(refusals(ChoiceDraft.EMPTY, now, "To see"))
                .singleElement()
                .asString()
                .contains("changes nothing");
        assertThat(refusals(words(WRITING, false), now, " "))
                .singleElement()
                .asString()
                .contains("Write why");
        assertThat(refusals(words(WRITING, false), now.minus(Duration.ofDays(1)), "To see"))
                .singleElement()
                .asString()
                .contains("in the past");
    }

    @Test
    void nothing_below_a_lock_and_nothing_where_it_cannot_be_set() {
        ChoiceDraft both = words(Scope.district(), true).with(words(WRITING, false));
        assertThat(refusals(both, Instant.now(), "To see"))
                .singleElement()
                .asString()
                .contains("locked for the whole district");
        ChoiceDraft grades = ChoiceDraft.EMPTY.with(
                new ChoiceDraft.SettingChange<>(Settings.GRADE_LABELS, WRITING, Optional.of(true), false));
        assertThat(refusals(grades, Instant.now(), "To see"))
                .singleElement()
                .asString()
                .contains("cannot be set for a subject");
    }

    @Test
    void a_teacher_adopts_nothing() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        assertThatThrownBy(() -> as(gwen, () -> choices.adopt(gwen, words(WRITING, false), Instant.now(), "To see")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void everything_that_is_in_force_comes_back_from_its_json() {
        ChoiceDraft stated = as(viewer("constance.mbekihall@northside.example"), () -> choices.stated(Instant.now()));
        assertThat(stated.size()).isGreaterThan(4);
        ChoicesJson.Read read = ChoicesJson.read("choices.json", ChoicesJson.write(stated));
        assertThat(read.problems()).isEmpty();
        assertThat(stated.without(read.draft()).isEmpty()).isTrue();
    }

    @Test
    void lines_are_read_as_they_are_written() {
        Term term = new Term("Fall: early", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 18));
        assertThat(Term.read(term.toString())).contains(term);
        assertThat(Term.read("Fall: 2026-12-18 to 2026-09-01")).isEmpty();
        assertThat(Term.read("Fall: 2026-02-30 to 2026-09-01")).isEmpty();
        LetterGrade letter = new LetterGrade("A-", 3.25, OptionalDouble.of(3.7));
        assertThat(LetterGrade.read(letter.toString())).contains(letter);
        Course course = new Course("Fall: early", term, "Science practice", 0, 2, 0.5);
        assertThat(Course.read(course.toString())).contains(course);
    }

    @Test
    void a_start_that_many_know_brings_what_differs_from_today_and_nothing_else() {
        Instant now = Instant.now();
        for (Start start : Start.all()) {
            ChoiceDraft whole = start.draft(3);
            ChoiceDraft differing = as(irene(), () -> choices.differing(whole, now));
            assertThat(differing.settings())
                    .as(start.title())
                    .isSubsetOf(whole.settings())
                    .allSatisfy(change -> assertThat(as(
                                    irene(),
                                    () -> choices.book()
                                            .explain(change.setting(), Place.DISTRICT, now)
                                            .words()))
                            .isNotEqualTo(change.words()));
        }
        ChoiceDraft canvas = Start.find("canvas").orElseThrow().draft(3);
        assertThat(as(irene(), () -> choices.differing(canvas, now)).rules())
                .singleElement()
                .matches(rule -> rule.title().contains("decaying average"));
        ChoiceDraft own = Start.find("own-path").orElseThrow().draft(3);
        assertThat(as(irene(), () -> choices.differing(own, now)).isEmpty()).isTrue();
    }
}
