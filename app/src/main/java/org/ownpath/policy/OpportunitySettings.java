package org.ownpath.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ownpath.engine.Context;

/** Opportunities to learn: where and with whom learning counts. Read as constants of {@link Settings}. */
interface OpportunitySettings {

    /** Where evidence may come from. */
    Setting<Set<Context>> CONTEXTS = new Setting<>(
            "opportunities.contexts",
            DesignChoice.OPPORTUNITIES,
            "Where may something be shown?",
            "These places can be chosen when evidence is recorded; others are refused. What is recorded already stays.",
            new SomeOf<>(Arrays.stream(Context.values())
                    .map(context -> Option.called(context, context.code(), context.words()))
                    .toList()),
            Set.of(Context.values()),
            Parts.SUBJECTS);

    /** Whether learning from before or outside is considered. */
    Setting<Boolean> PRIOR_LEARNING = new Setting<>(
            "opportunities.prior-learning",
            DesignChoice.OPPORTUNITIES,
            "May students show what they learnt before, or earned outside school?",
            "A teacher reviews each request and decides what it shows. Otherwise only what is shown here counts.",
            new YesNo(),
            true,
            Parts.ANY_PART);

    /** Whether activities of others, outside school, go on plans. */
    Setting<Boolean> OUTSIDE_ACTIVITIES = new Setting<>(
            "opportunities.outside-activities",
            DesignChoice.OPPORTUNITIES,
            "Do activities outside school belong on a student's plan?",
            "Clubs, internships, courses and games of other providers that the school has vetted. Otherwise the catalogue "
                    + "offers those in school. What is on a plan already stays.",
            new YesNo(),
            true,
            Parts.DISTRICT);

    /** Whether people from outside may be asked to assess. */
    Setting<Boolean> OUTSIDE_ASSESSORS = new Setting<>(
            "opportunities.outside-assessors",
            DesignChoice.OPPORTUNITIES,
            "May teachers ask people from outside to look at a student's work?",
            "An expert, an employer or a coach gets a link to one demonstration. The teacher decides what counts.",
            new YesNo(),
            true,
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL, Scope.Kind.SUBJECT));

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(CONTEXTS, PRIOR_LEARNING, OUTSIDE_ACTIVITIES, OUTSIDE_ASSESSORS);
}
