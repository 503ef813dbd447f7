package org.ownpath.pathway;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** A goal that is worked on, and when it is likely to be reached. */
public record GoalOutlook(GoalProgress progress, Forecast forecast) {

    /** The day by which it is wanted. */
    public LocalDate wanted() {
        return progress.goal().wish().by();
    }

    /** How that day lies to what is likely. */
    public Forecast.Outlook outlook() {
        return forecast.outlook(wanted());
    }

    /** The subject in which most is left to do for it. */
    public String subject() {
        return progress.route().open().stream()
                .collect(Collectors.groupingBy(stop -> stop.competency().subject(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
