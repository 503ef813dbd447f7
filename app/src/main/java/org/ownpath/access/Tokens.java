package org.ownpath.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to tokens of programs, and to accounts that only programs have. */
@Component
public class Tokens {

    /** The longest that a token works: a school year. */
    public static final int MOST_DAYS = 400;

    private static final int LONGEST_NAME = 80;
    private static final Duration NOTED = Duration.ofHours(1);
    private static final String TOKEN = """
            select t.id, t.account_id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at, a.display_name
            from access.api_token t join access.account a on a.id = t.account_id
            where t.revoked_at is null""";

    private final JdbcClient database;
    private final Access access;
    private final ShortTokens shortOnes;
    private final Clock clock;

    Tokens(JdbcClient database, Access access, ShortTokens shortOnes, Clock clock) {
        this.database = database;
        this.access = access;
        this.shortOnes = shortOnes;
        this.clock = clock;
    }

    /** What a token is asked for. */
    public record Wish(String name, Set<TokenScope> scopes, int days) {

        /** Keeps its own copy of the scopes. */
        public Wish {
            scopes = Set.copyOf(scopes);
        }
    }

    /** A token as its keeper sees it; for whom says whose account speaks. */
    public record Token(
            UUID id,
            AccountId account,
            String name,
            String speaksFor,
            Set<TokenScope> scopes,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsed) {}

    /** What came of a wish. */
    public sealed interface Issued {
        /** The token, shown once; only its hash is kept. */
        record Done(String token) implements Issued {}

        /** Why there is none, and what to do. */
        record Refused(String reason) implements Issued {}
    }

    /** Whoever a token speaks for, and what it may do of what they may. */
    record Holder(UUID token, Viewer viewer, Set<TokenScope> scopes, Optional<Instant> lastUsed) {}

    /** A token that speaks for the viewer. */
    @Transactional
    public Issued issue(Viewer viewer, Wish wish) {
        Optional<String> problem = problem(wish);
        return problem.isPresent() ? new Issued.Refused(problem.get()) : issue(viewer, viewer.account(), wish);
    }

    /** A token of a new account that only this program has, with the role of a leader or an administrator. */
    @Transactional
    public Issued issueToProgram(Viewer administrator, Wish wish, Role role) {
        access.require(administrator, Role.ADMINISTRATOR);
        if (role != Role.LEADER && role != Role.ADMINISTRATOR) {
            return new Issued.Refused(
                    "A program of its own is like a leader, who sees everybody, or an administrator.");
        }
        Optional<String> problem = problem(wish);
        return problem.isPresent()
                ? new Issued.Refused(problem.get())
                : issue(administrator, openProgram(administrator, wish.name(), role), wish);
    }

    /** The viewer's tokens that still work. */
    public List<Token> of(Viewer viewer) {
        return database.sql(TOKEN
                        + " and t.account_id = ? and (t.expires_at is null or t.expires_at > ?) order by t.created_at")
                .params(viewer.account().value(), now())
                .query(Tokens::token)
                .list();
    }

    /** The tokens of accounts that only programs have. */
    public List<Token> ofPrograms(Viewer administrator) {
        access.require(administrator, Role.ADMINISTRATOR);
        return database.sql(
                        TOKEN + " and a.program and (t.expires_at is null or t.expires_at > ?) order by t.created_at")
                .param(now())
                .query(Tokens::token)
                .list();
    }

    /** Ends a token of the viewer's own, or of a program that an administrator keeps; false when it is none of those. */
    @Transactional
    public boolean revoke(Viewer viewer, UUID token) {
        boolean revoked = database.sql("""
                update access.api_token t set revoked_at = ? from access.account a
                where t.id = ? and a.id = t.account_id and t.revoked_at is null
                  and (t.account_id = ? or (a.program and ?))""")
                        .params(now(), token, viewer.account().value(), viewer.is(Role.ADMINISTRATOR))
                        .update()
                == 1;
        if (revoked) {
            access.audit(viewer, "token.revoked", token.toString(), "");
        }
        return revoked;
    }

    /** The viewer whom a token speaks for; notes about once an hour that it was used. */
    Optional<Holder> holder(String token) {
        return ShortTokens.isOne(token) ? shortOnes.secretOf(token).flatMap(this::holderOf) : holderOf(token);
    }

    private Optional<Holder> holderOf(String token) {
        Optional<Holder> found = database.sql("select * from access.token_holder(?)")
                .param(new SecretToken(token).hash())
                .query((row, n) -> new Holder(
                        row.getObject("token_id", UUID.class),
                        ViewerRow.viewer(row, n),
                        scopes(row),
                        instant(row.getTimestamp("last_used_at"))))
                .optional();
        Instant moment = clock.instant();
        found.filter(holder -> holder.lastUsed()
                        .map(used -> used.plus(NOTED).isBefore(moment))
                        .orElse(true))
                .ifPresent(holder -> DistrictScope.run(
                        holder.viewer().district(),
                        () -> database.sql("update access.api_token set last_used_at = ? where id = ?")
                                .params(Timestamp.from(moment), holder.token())
                                .update()));
        return found;
    }

    private Issued issue(Viewer viewer, AccountId account, Wish wish) {
        SecretToken token = new SecretToken("own_" + SecretToken.next().text());
        database.sql("""
                insert into access.api_token
                    (id, district_id, account_id, name, token_hash, scopes, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        TimeOrdered.next(),
                        viewer.district().value(),
                        account.value(),
                        wish.name().strip(),
                        token.hash(),
                        wish.scopes().stream().map(TokenScope::code).sorted().toArray(String[]::new),
                        now(),
                        Timestamp.from(clock.instant().plus(Duration.ofDays(wish.days()))))
                .update();
        access.audit(viewer, "token.issued", wish.name().strip(), wish.scopes() + ", for " + wish.days() + " days");
        return new Issued.Done(token.text());
    }

    /** An account that only a program has and that no token opens: it stands beside what the program says. */
    @Transactional
    public AccountId openProgram(Viewer administrator, String name) {
        access.require(administrator, Role.ADMINISTRATOR);
        return openProgram(administrator, name, Role.LEADER);
    }

    /** The same for content that somebody of the staff brings, such as a course: what it says stands beside its name. */
    @Transactional
    public AccountId openContent(Viewer staff, String name) {
        access.requireStaff(staff);
        return openProgram(staff, name, Role.LEADER);
    }

    private AccountId openProgram(Viewer administrator, String name, Role role) {
        AccountId account = AccountId.next();
        database.sql("""
                insert into access.account (id, district_id, person_id, sign_in_name, password_hash, display_name,
                    roles, created_at, program)
                values (?, ?, ?, ?, ?, ?, ?, ?, true)""")
                .params(
                        account.value(),
                        administrator.district().value(),
                        PersonId.next().value(),
                        "program " + account,
                        Accounts.NO_PASSWORD,
                        name.strip(),
                        new String[] {role.code()},
                        now())
                .update();
        return account;
    }

    private static Optional<String> problem(Wish wish) {
        if (wish.name().isBlank() || wish.name().length() > LONGEST_NAME) {
            return Optional.of("Name the program in up to " + LONGEST_NAME + " characters.");
        }
        if (wish.scopes().isEmpty()) {
            return Optional.of("Choose what the program may do.");
        }
        return wish.days() >= 1 && wish.days() <= MOST_DAYS
                ? Optional.empty()
                : Optional.of("A token works for 1 to " + MOST_DAYS + " days, not " + wish.days() + ".");
    }

    private static Token token(ResultSet row, int n) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getString("display_name"),
                scopes(row),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("last_used_at")));
    }

    private static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .flatMap(code -> TokenScope.ofCode(code).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
