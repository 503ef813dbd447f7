package org.ownpath.exchange.xapi.cmi5;

import java.util.Set;

/** The verbs and the names of cmi5. */
final class Verbs {

    static final String LAUNCHED = "http://adlnet.gov/expapi/verbs/launched";
    static final String INITIALIZED = "http://adlnet.gov/expapi/verbs/initialized";
    static final String COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
    static final String PASSED = "http://adlnet.gov/expapi/verbs/passed";
    static final String FAILED = "http://adlnet.gov/expapi/verbs/failed";
    static final String TERMINATED = "http://adlnet.gov/expapi/verbs/terminated";
    static final String ABANDONED = "https://w3id.org/xapi/adl/verbs/abandoned";
    static final String WAIVED = "https://w3id.org/xapi/adl/verbs/waived";
    static final String SATISFIED = "https://w3id.org/xapi/adl/verbs/satisfied";

    /** Those by which a unit tells of itself. */
    static final Set<String> OF_UNITS = Set.of(INITIALIZED, COMPLETED, PASSED, FAILED, TERMINATED);

    static final String CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
    static final String CATEGORY_MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";

    private static final String CONTEXT = "https://w3id.org/xapi/cmi5/context/extensions/";
    static final String SESSION = CONTEXT + "sessionid";
    static final String MASTERY_SCORE = CONTEXT + "masteryscore";
    static final String LAUNCH_MODE = CONTEXT + "launchmode";
    static final String LAUNCH_URL = CONTEXT + "launchurl";
    static final String MOVE_ON = CONTEXT + "moveon";
    static final String LAUNCH_PARAMETERS = CONTEXT + "launchparameters";

    static final String PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
    static final String REASON = "https://w3id.org/xapi/cmi5/result/extensions/reason";

    static final String TYPE_BLOCK = "https://w3id.org/xapi/cmi5/activitytype/block";
    static final String TYPE_COURSE = "https://w3id.org/xapi/cmi5/activitytype/course";

    private Verbs() {}
}
