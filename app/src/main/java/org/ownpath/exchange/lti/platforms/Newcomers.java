package org.ownpath.exchange.lti.platforms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.SecondFactors;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.springframework.stereotype.Component;

/**
 * Whose account it is whom a system calls so: one that it was linked to before, the one whose sign-in name is the address of
 * e-mail, or that of the student whom the roster's source knows by the identifier.
 */
@Component
class Newcomers {

    private final PlatformRows rows;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Roster roster;
    private final Access access;
    private final Clock clock;

    Newcomers(
            PlatformRows rows,
            Accounts accounts,
            SecondFactors secondFactors,
            Roster roster,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.roster = roster;
        this.access = access;
        this.clock = clock;
    }

    /** Who it is. */
    sealed interface Match {

        /** Somebody with an account here, who may come so. */
        record Found(Viewer viewer) implements Match {}

        /** Nobody who may come so, and why. */
        record Nobody(String why) implements Match {}
    }

    Match match(Platform platform, JWTClaimsSet claims) {
        String subject = Objects.requireNonNull(claims.getSubject());
        Optional<Viewer> linked = rows.account(platform.id(), subject).flatMap(accounts::viewer);
        Optional<Viewer> found = linked.or(() -> byAddress(claims)).or(() -> byIdentifier(claims));
        if (found.isEmpty()) {
            return new Match.Nobody("Nobody with your address of e-mail or identifier has an account here. Ask at your "
                    + "school's office.");
        }
        if (!Arrivals.maySend(platform, found.get())) {
            return new Match.Nobody("Your account is not one that the other system may open. Sign in here yourself.");
        }
        if (secondFactors.owedBy(found.get())) {
            return new Match.Nobody("Your account asks for a second factor. Sign in here yourself.");
        }
        if (linked.isEmpty()) {
            rows.link(platform.id(), subject, found.get().account(), clock.instant());
            access.audit(
                    found.get(),
                    "platform-account.linked",
                    found.get().account().toString(),
                    platform.described().name());
        }
        return new Match.Found(found.get());
    }

    private Optional<Viewer> byAddress(JWTClaimsSet claims) {
        String email = MessageCheck.text(claims, "email");
        return email.isBlank() ? Optional.empty() : accounts.named(email);
    }

    private Optional<Viewer> byIdentifier(JWTClaimsSet claims) {
        Map<?, ?> lis = claims.getClaim(Lti.CLAIM + "lis") instanceof Map<?, ?> map ? map : Map.of();
        if (!(lis.get("person_sourcedid") instanceof String identifier) || identifier.isBlank()) {
            return Optional.empty();
        }
        List<PersonId> person = roster.studentsBySourceId(List.of(identifier)).values().stream()
                .map(student -> student.person())
                .toList();
        return accounts.viewersOf(person).values().stream().findFirst();
    }
}
