package org.ownpath.exchange.xapi.cmi5;

import tools.jackson.databind.node.ObjectNode;

/** What a unit finds about a visit before it begins. */
final class LaunchDocument {

    private LaunchDocument() {}

    static ObjectNode of(Visit visit, CourseStructure.Unit unit, String back) {
        ObjectNode document = CourseAddress.JSON.createObjectNode();
        ObjectNode context = document.putObject("contextTemplate");
        context.putObject("contextActivities").putArray("grouping").addObject().put("id", unit.id());
        context.putObject("extensions").put(Verbs.SESSION, visit.id().toString());
        document.put("launchMode", visit.mode().code());
        document.put("moveOn", unit.asks().moveOn().code());
        document.put("returnURL", back);
        unit.start().parameters().ifPresent(told -> document.put("launchParameters", told));
        unit.asks().masteryScore().ifPresent(score -> document.put("masteryScore", score));
        unit.start()
                .entitlementKey()
                .ifPresent(key -> document.putObject("entitlementKey").put("courseStructure", key));
        return document;
    }
}
