package org.ownpath.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;

class PasswordRuleTest {

    private static Viewer named(String name, Role role) {
        return new Viewer(AccountId.next(), DistrictId.next(), PersonId.next(), name, Set.of(role));
    }

    private static boolean taken(Role role, String password) {
        return PasswordRule.problem(named("Gwen Abernathy", role), "gwen.abernathy@northside.example", password)
                .isEmpty();
    }

    @Test
    void a_few_words_that_nobody_else_puts_together_are_taken() {
        assertThat(taken(Role.TEACHER, "three green owls")).isTrue();
        assertThat(taken(Role.STUDENT, "moss lamp 12")).isTrue();
    }

    @Test
    void what_guessers_try_first_is_refused_however_long_it_is() {
        assertThat(taken(Role.TEACHER, "password12345")).isFalse();
        assertThat(taken(Role.TEACHER, "qwertyuiopasdf")).isFalse();
        assertThat(taken(Role.TEACHER, "aaaaaaaaaaaaaaaa")).isFalse();
        assertThat(taken(Role.STUDENT, "iloveyou2026")).isFalse();
    }

    @Test
    void ones_own_name_is_refused() {
        assertThat(taken(Role.TEACHER, "gwen abernathy")).isFalse();
        assertThat(taken(Role.TEACHER, "Abernathy2026")).isFalse();
    }

    @Test
    void staff_choose_longer_ones_than_students() {
        assertThat(taken(Role.STUDENT, "moss lamp x")).isTrue();
        assertThat(taken(Role.TEACHER, "moss lamp x")).isFalse();
    }
}
