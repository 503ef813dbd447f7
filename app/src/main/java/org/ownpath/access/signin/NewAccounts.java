package org.ownpath.access.signin;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.shared.PersonId;
import org.springframework.stereotype.Component;

/** Opens accounts without a password, under a name that a person can type. */
@Component
class NewAccounts {

    private static final int NAMES_TRIED = 1000;

    private final Accounts accounts;

    NewAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account of a person, opened if there is none. */
    Accounts.Account of(Newcomer person) {
        return known(person.person()).orElseGet(() -> open(person));
    }

    /** What the account of a person is for; their roles on the roster while there is none. */
    Set<Role> rolesOf(Newcomer person) {
        return accounts.rolesOf(person.person()).orElse(person.roles());
    }

    private Accounts.Account open(Newcomer person) {
        return names(person)
                .map(name -> {
                    accounts.open(List.of(new Accounts.NewAccount(
                            person.person(), name, Accounts.NO_PASSWORD, person.fullName(), person.roles())));
                    return known(person.person());
                })
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No name to sign in with is free for a person"));
    }

    private Optional<Accounts.Account> known(PersonId person) {
        return Optional.ofNullable(accounts.of(List.of(person)).get(person));
    }

    /** The e-mail address, or the name with a number where it is taken: names to sign in with are the same for all. */
    private static Stream<String> names(Newcomer person) {
        String plain = plain(person.fullName());
        return Stream.concat(
                person.email().stream(),
                Stream.concat(Stream.of(plain), IntStream.range(2, NAMES_TRIED).mapToObj(number -> plain + number)));
    }

    /** "Zoë de la Cruz" is zoe.de.la.cruz; letters without a plain form stay as they are. */
    static String plain(String fullName) {
        String bare = Objects.requireNonNull(Normalizer.normalize(fullName, Normalizer.Form.NFD))
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", ".")
                .replaceAll("^\\.|\\.$", "");
        return bare.length() < 3 ? "person." + bare : bare;
    }
}
