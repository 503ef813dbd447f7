package org.ownpath.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ownpath.launch.DatabaseAddress;

/** What was acknowledged, and what of it the database has. */
final class FaultCount {

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<Duration> backAgain = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> half = new HashSet<>();
    private long judged;
    private long differing;

    void heard(String line) {
        if (line.endsWith(FaultWorker.WHOLE)) {
            acknowledged.add(line.substring(0, line.length() - FaultWorker.WHOLE.length()));
        }
    }

    long heard() {
        return acknowledged.size();
    }

    void fault(String name, Duration untilAnswered) {
        faults.merge(name, 1, Integer::sum);
        backAgain.add(untilAnswered);
    }

    void judgements(long all, long others) {
        judged += all;
        differing += others;
    }

    void check(DatabaseAddress address) throws SQLException {
        try (Connection owner = address.asOwner();
                Statement sql = owner.createStatement()) {
            Set<String> there = texts(sql, """
                    select distinct task from evidence.entry where task like 'piece %' or task like 'batch %'
                    union all select 'answer ' || attempt_id || ' ' || item_id from assessment.response
                    union all select reason from policy.adoption where reason like 'change %'""");
            acknowledged.stream().filter(each -> !there.contains(each)).forEach(lost::add);
            half.addAll(texts(sql, """
                    select task from evidence.entry where task like 'piece %' or task like 'batch %'
                    group by task having count(*) <> split_part(task, ' of ', 2)::int"""));
        }
    }

    boolean clean() {
        return lost.isEmpty() && half.isEmpty() && differing == 0;
    }

    String rows() {
        StringBuilder rows = new StringBuilder("| what | count |\n|---|---|\n");
        faults.forEach((name, times) -> rows.append(row(name, times)));
        for (String kind : List.of("piece", "batch", "answer", "change")) {
            rows.append(row(
                    "acknowledged: " + kind,
                    acknowledged.stream().filter(each -> each.startsWith(kind)).count()));
        }
        rows.append(row("acknowledged and lost", lost.size()));
        rows.append(row("pieces and imports half there", half.size()));
        rows.append(row("judgements made anew", judged)).append(row("of them, others than those stored", differing));
        List<Duration> sorted = backAgain.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            rows.append(String.format(
                    Locale.ROOT,
                    "| from the fault to the next acknowledgement, median and longest | %.1f s, %.1f s |%n",
                    sorted.get(sorted.size() / 2).toMillis() / 1000.0,
                    sorted.get(sorted.size() - 1).toMillis() / 1000.0));
        }
        return rows.toString();
    }

    private static String row(String what, long count) {
        return "| " + what + " | " + count + " |\n";
    }

    private static Set<String> texts(Statement sql, String query) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
