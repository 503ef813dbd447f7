package org.ownpath.access;

import jakarta.annotation.PostConstruct;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door to the time zones of districts, which {@link SchoolTime} tells days by. */
@Component
public class TimeZones {

    private static final String UTC = "UTC";

    private final JdbcClient database;
    private final Access access;
    private final TransactionTemplate transaction;

    TimeZones(JdbcClient database, Access access, TransactionTemplate transaction) {
        this.database = database;
        this.access = access;
        this.transaction = transaction;
    }

    /** The zones that can be chosen, such as "America/Chicago", by name. */
    public static List<String> all() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")
                        || id.equals(UTC))
                .sorted()
                .toList();
    }

    /** Where this machine stands; UTC by its usual name. */
    static ZoneId ofThisMachine() {
        ZoneId zone = ZoneId.systemDefault();
        return zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of(UTC) : zone;
    }

    /** The zone of this name; empty when there is none. */
    public static Optional<ZoneId> named(String name) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** Makes this the zone of the administrator's district, for what is read from now on; what is stored stays. */
    public void choose(Viewer administrator, ZoneId zone) {
        access.require(administrator, Role.ADMINISTRATOR);
        transaction.executeWithoutResult(status -> {
            database.sql("update access.district set zone = ? where id = ?")
                    .params(zone.getId(), administrator.district().value())
                    .update();
            access.audit(
                    administrator, "school-clock.set", administrator.district().toString(), zone.getId());
        });
        SchoolTime.learn(Map.of(administrator.district(), zone));
    }

    /** Reads the zones anew: another copy of the product may have been told of another one. */
    @PostConstruct
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    public void learn() {
        SchoolTime.learn(database
                .sql("select * from access.zones()")
                .query((row, n) -> Map.entry(
                        new DistrictId(row.getObject("district_id", UUID.class)), ZoneId.of(row.getString("zone"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
