package org.ownpath.access.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody signed in with, as far as the browser says. */
final class Device {

    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> MACHINES = new LinkedHashMap<>();

    static {
        // the order counts: most browsers also name those that they descend from
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS/", "Firefox");
        BROWSERS.put("CriOS/", "Chrome");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        MACHINES.put("iPhone", "an iPhone");
        MACHINES.put("iPad", "an iPad");
        MACHINES.put("Android", "Android");
        MACHINES.put("CrOS", "a Chromebook");
        MACHINES.put("Windows", "Windows");
        MACHINES.put("Macintosh", "a Mac");
        MACHINES.put("Linux", "Linux");
    }

    private Device() {}

    /** "Firefox on Windows". */
    static String words(String userAgent) {
        return first(BROWSERS, userAgent, "A browser") + " on " + first(MACHINES, userAgent, "a device");
    }

    private static String first(Map<String, String> names, String userAgent, String otherwise) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
