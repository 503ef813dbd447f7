package org.ownpath.portal;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.engine.Result;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Scale;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Place;
import org.ownpath.policy.RatingLevels;
import org.ownpath.policy.Settings;

/**
 * The scale on which a competency is rated: the framework's, told in as many levels as the school has chosen.
 *
 * @param own whether it is told as the framework has it
 */
public record RatedOn(Scale scale, boolean own) {

    private static final int NO_NEED_FOR_NUMBERS = 2;

    /** As chosen at that moment. */
    public static RatedOn of(Competency competency, Curriculum curriculum, ChoiceBook choices, Instant at) {
        Scale scale = curriculum.scaleOf(competency);
        Place place = Place.DISTRICT.competency(competency.subject(), competency.level(), competency.id());
        RatingLevels levels = choices.inForce(Settings.RATING_LEVELS, place, at);
        return levels == RatingLevels.FRAMEWORK
                ? new RatedOn(scale, true)
                : new RatedOn(scale.in(levels.count(), levels.mastery(), levels.names()), false);
    }

    /** "rated 3", "rated 9 of 12", or "Shown" where there are two levels. */
    public String words(Result result) {
        if (own || !(result instanceof Result.Rated rated)) {
            return result.words();
        }
        Scale.Level level = scale.reached(rated.value());
        return scale.levels().size() == NO_NEED_FOR_NUMBERS
                ? level.name()
                : "rated " + level.symbol() + " of " + scale.levels().size();
    }

    /** What the level is called, where a name says more than {@link #words}. */
    public Optional<String> name(Result result) {
        return Optional.of(result)
                .filter(Result.Rated.class::isInstance)
                .map(rated -> ((Result.Rated) rated).value())
                .filter(value -> own ? scale.has(value) : scale.levels().size() > NO_NEED_FOR_NUMBERS)
                .map(value -> scale.reached(value).name());
    }
}
