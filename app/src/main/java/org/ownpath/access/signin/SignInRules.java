package org.ownpath.access.signin;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what a district demands of signing in. */
@Component
public class SignInRules {

    /**
     * What holds in a district.
     *
     * @param secondFactorFor the roles that need a second factor
     * @param picturesUntil the highest grade whose students may sign in with a card and pictures; empty for none
     */
    public record Rules(Set<Role> secondFactorFor, OptionalInt picturesUntil) {

        /** What holds until a district has chosen. */
        public static final Rules USUAL = new Rules(Set.of(), OptionalInt.of(2));

        /** Keeps its own copy of the roles. */
        public Rules {
            secondFactorFor = Set.copyOf(secondFactorFor);
        }
    }

    private final JdbcClient database;
    private final Access access;

    SignInRules(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** What holds in the current district. */
    public Rules now() {
        return database.sql("select second_factor_for, pictures_until from access.sign_in_rules")
                .query((row, n) -> new Rules(
                        Arrays.stream((String[]) row.getArray(1).getArray())
                                .flatMap(code -> Role.ofCode(code).stream())
                                .collect(Collectors.toSet()),
                        grade(row.getObject(2, Integer.class))))
                .optional()
                .orElse(Rules.USUAL);
    }

    /** Makes these hold, from everybody's next sign-in on. */
    @Transactional
    public void adopt(Viewer administrator, Rules chosen) {
        access.require(administrator, Role.ADMINISTRATOR);
        database.sql("""
                insert into access.sign_in_rules (district_id, second_factor_for, pictures_until) values (?, ?, ?)
                on conflict (district_id) do update
                set second_factor_for = excluded.second_factor_for, pictures_until = excluded.pictures_until""")
                .param(administrator.district().value())
                .param(chosen.secondFactorFor().stream()
                        .map(Role::code)
                        .sorted()
                        .toArray(String[]::new))
                .param(
                        chosen.picturesUntil().isPresent()
                                ? chosen.picturesUntil().getAsInt()
                                : null)
                .update();
        access.audit(
                administrator, "sign-in-rules.adopted", administrator.district().toString(), words(chosen));
    }

    private static String words(Rules rules) {
        return "second factor: "
                + rules.secondFactorFor().stream().map(Role::code).sorted().toList() + ", pictures until grade: "
                + rules.picturesUntil();
    }

    private static OptionalInt grade(@Nullable Integer value) {
        return Optional.ofNullable(value).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
