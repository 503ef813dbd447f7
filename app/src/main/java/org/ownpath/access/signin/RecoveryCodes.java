package org.ownpath.access.signin;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on paper that each stand in once for an app that is lost: 60 bits of chance, so a plain hash keeps them. */
@Component
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Clock clock;

    RecoveryCodes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** New ones, shown once; those of before work no more. */
    List<String> renew(Viewer viewer) {
        drop(viewer.account());
        List<String> codes =
                Stream.generate(RecoveryCodes::code).limit(HOW_MANY).toList();
        for (String code : codes) {
            database.sql(
                            "insert into access.recovery_code (id, district_id, account_id, code_hash) values (?, ?, ?, ?)")
                    .params(
                            TimeOrdered.next(),
                            viewer.district().value(),
                            viewer.account().value(),
                            hash(code))
                    .update();
        }
        return codes;
    }

    void drop(AccountId account) {
        database.sql("delete from access.recovery_code where account_id = ?")
                .param(account.value())
                .update();
    }

    /** Uses a code up; false when it is none that is left. */
    boolean use(AccountId account, String code) {
        return database.sql("""
                update access.recovery_code set used_at = ?
                where account_id = ? and code_hash = ? and used_at is null""")
                        .params(Timestamp.from(clock.instant()), account.value(), hash(code))
                        .update()
                == 1;
    }

    int left(AccountId account) {
        return database.sql("select count(*) from access.recovery_code where account_id = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    private static byte[] hash(String code) {
        return new SecretToken(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")).hash();
    }

    private static String code() {
        return IntStream.range(0, GROUPS).mapToObj(i -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
