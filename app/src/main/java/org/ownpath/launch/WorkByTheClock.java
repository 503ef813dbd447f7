package org.ownpath.launch;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What is scheduled runs, but not while what was restored is only judged again: that sends nothing and asks nobody. */
@Configuration
@EnableScheduling
@ConditionalOnBooleanProperty(name = WorkByTheClock.WANTED, matchIfMissing = true)
class WorkByTheClock {

    static final String WANTED = "ownpath.work-by-the-clock";
}
