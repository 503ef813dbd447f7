package org.ownpath.exchange.lti;

/** Names of the standard that messages are made of (LTI 1.3, LTI Advantage). */
public final class Lti {

    /** Before the name of a claim of a launch. */
    public static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

    /** Before the name of a claim about picking content. */
    public static final String PICKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    /** The claim about line items and scores. */
    public static final String SCORES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

    /** The claim about who is in a class. */
    public static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    /** May keep line items. */
    public static final String SCOPE_LINE_ITEMS = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

    /** May read line items. */
    public static final String SCOPE_LINE_ITEMS_READ =
            "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

    /** May read results. */
    public static final String SCOPE_RESULTS = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    /** May send scores. */
    public static final String SCOPE_SCORES = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    /** May read who is in a class. */
    public static final String SCOPE_MEMBERS =
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /** A message that opens something. */
    public static final String RESOURCE_LINK = "LtiResourceLinkRequest";

    /** A message that asks to pick content. */
    public static final String PICK_REQUEST = "LtiDeepLinkingRequest";

    /** A message that names what was picked. */
    public static final String PICK_RESPONSE = "LtiDeepLinkingResponse";

    /** The version that every message says. */
    public static final String VERSION = "1.3.0";

    /** Each tool or platform is deployed once in a district. */
    public static final String DEPLOYMENT = "1";

    /** How a program proves who it is when it asks for access: by a message that it has signed. */
    public static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private Lti() {}
}
