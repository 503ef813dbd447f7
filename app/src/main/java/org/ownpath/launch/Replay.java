package org.ownpath.launch;

import java.util.HashMap;
import java.util.Map;
import org.ownpath.OwnpathApplication;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.mastery.Rejudging;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.Progress;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes every judgement of an installation anew from its ledger, and tells how many had been others. */
final class Replay {

    private Replay() {}

    static Rejudging.Compared of(DatabaseAddress address, DataFolder folder) {
        SpringApplication app = new SpringApplication(OwnpathApplication.class);
        app.setWebApplicationType(WebApplicationType.NONE);
        app.setLazyInitialization(true); // only what judges is needed
        app.setRegisterShutdownHook(false);
        Map<String, Object> settings = new HashMap<>(address.asSettings());
        settings.put("ownpath.data", folder.root().toString());
        settings.put(WorkByTheClock.WANTED, false);
        app.setDefaultProperties(settings);
        try (ConfigurableApplicationContext context = app.run()) {
            Rejudging rejudging = context.getBean(Rejudging.class);
            Rejudging.Compared compared = Rejudging.Compared.NOTHING;
            for (DistrictId district : context.getBean(Accounts.class).districts()) {
                compared = compared.and(DistrictScope.within(district, () -> rejudging.compared(Progress.SILENT)));
            }
            return compared;
        }
    }
}
