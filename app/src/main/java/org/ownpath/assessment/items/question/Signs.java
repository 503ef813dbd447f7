package org.ownpath.assessment.items.question;

import java.util.Map;

/** Signs of mathematics: how they may be typed, and how they are read aloud. */
final class Signs {

    static final String TIMES = "\u00d7";
    static final String DOT = "\u00b7";
    static final String DIVIDED = "\u00f7";
    static final String MINUS = "\u2212";

    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("*", TIMES),
            Map.entry("-", MINUS),
            Map.entry("<=", "\u2264"),
            Map.entry(">=", "\u2265"),
            Map.entry("!=", "\u2260"),
            Map.entry("\\times", TIMES),
            Map.entry("\\cdot", DOT),
            Map.entry("\\div", DIVIDED),
            Map.entry("\\pm", "\u00b1"),
            Map.entry("\\leq", "\u2264"),
            Map.entry("\\le", "\u2264"),
            Map.entry("\\geq", "\u2265"),
            Map.entry("\\ge", "\u2265"),
            Map.entry("\\neq", "\u2260"),
            Map.entry("\\ne", "\u2260"),
            Map.entry("\\approx", "\u2248"),
            Map.entry("\\infty", "\u221e"),
            Map.entry("\\degree", "\u00b0"),
            Map.entry("\\circ", "\u00b0"),
            Map.entry("\\%", "%"),
            Map.entry("\\$", "$"),
            Map.entry("\\ldots", "\u2026"));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("+", "plus"),
            Map.entry(MINUS, "minus"),
            Map.entry(TIMES, "times"),
            Map.entry(DOT, "times"),
            Map.entry(DIVIDED, "divided by"),
            Map.entry("=", "equals"),
            Map.entry("<", "is less than"),
            Map.entry(">", "is more than"),
            Map.entry("\u2264", "is at most"),
            Map.entry("\u2265", "is at least"),
            Map.entry("\u2260", "is not"),
            Map.entry("\u2248", "is about"),
            Map.entry("\u00b1", "plus or minus"),
            Map.entry("\u221e", "infinity"),
            Map.entry("\u00b0", "degrees"),
            Map.entry("%", "percent"));

    private Signs() {}

    static String of(String typed) {
        return TYPED.getOrDefault(typed, typed);
    }

    static String words(String sign) {
        return WORDS.getOrDefault(sign, sign);
    }
}
