package org.ownpath.exchange.caseframework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.HomeAddress;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.EditionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to frameworks as others read them by CASE 1.1: where they lie, and whether everybody may read them or only
 * programs of the district's own.
 */
@Component
public class OpenFrameworks {

    private final Frameworks frameworks;
    private final Accounts accounts;
    private final HomeAddress home;
    private final JdbcClient database;
    private final Access access;
    private final Cache<EditionId, CaseDocument> written =
            Caffeine.newBuilder().maximumSize(64).build();

    OpenFrameworks(Frameworks frameworks, Accounts accounts, HomeAddress home, JdbcClient database, Access access) {
        this.frameworks = frameworks;
        this.accounts = accounts;
        this.home = home;
        this.database = database;
        this.access = access;
    }

    /** Where other systems find the frameworks of the current district. */
    public String address() {
        return root(accounts.districtSlug());
    }

    /** Whether everybody may read them; else only programs with a token of the district. */
    public boolean open() {
        return database.sql("select count(*) from exchange.open_frameworks where district_id = ?")
                        .param(DistrictScope.require().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Opens them to everybody, or to programs with a token only. */
    @Transactional
    public void open(Viewer viewer, boolean everybody) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (everybody) {
            database.sql(
                            "insert into exchange.open_frameworks (district_id, opened_by) values (?, ?) on conflict do nothing")
                    .params(viewer.district().value(), viewer.account().value())
                    .update();
        } else {
            database.sql("delete from exchange.open_frameworks where district_id = ?")
                    .param(viewer.district().value())
                    .update();
        }
        access.audit(viewer, everybody ? "frameworks.opened" : "frameworks.closed", "", "");
    }

    /** The district that an address names. */
    Optional<DistrictId> district(String slug) {
        return accounts.district(slug);
    }

    /** All frameworks of the current district, as CASE says them. */
    List<CaseDocument> documents() {
        return frameworks.published().stream().map(this::document).toList();
    }

    private CaseDocument document(Frameworks.Published published) {
        return written.get(published.edition(), edition -> {
            FrameworkDraft draft = published.draft();
            return CaseWriter.write(
                    root(accounts.districtSlug()) + "/ims/case/v1p1",
                    draft,
                    accounts.districtName(),
                    new CaseIds(DistrictScope.require(), draft.sourceId()),
                    published.publishedAt());
        });
    }

    private String root(String slug) {
        return home.of("/case/" + slug);
    }
}
