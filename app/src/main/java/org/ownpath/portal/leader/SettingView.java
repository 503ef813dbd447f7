package org.ownpath.portal.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.policy.AdoptedSetting;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.InForce;
import org.ownpath.policy.Lines;
import org.ownpath.policy.Place;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.policy.SomeOf;
import org.ownpath.policy.WholeNumber;
import org.ownpath.portal.Dates;

/**
 * A setting on the page: what it is for the district, where that comes from, who has it otherwise, and the form.
 *
 * @param source where the district's value comes from
 * @param others parts of the district with a value of their own
 * @param ahead what was adopted from a later day on
 * @param fields what the form shows as chosen or written
 * @param whole the range, where a number is asked for
 * @param example a line, where lines are asked for
 */
public record SettingView(
        Setting<?> setting,
        String inForce,
        String source,
        boolean locked,
        List<Other> others,
        List<DecidedAhead> ahead,
        List<String> fields,
        Optional<WholeNumber> whole,
        String example) {

    private static final int LONGEST_BRIEF = 60;

    /** A part of the district with a value of its own. */
    public record Other(String who, String value, boolean locked, String since) {}

    static <V> SettingView of(Setting<V> setting, ChoiceBook book, Parts parts, Instant now) {
        InForce<V> district = book.explain(setting, Place.DISTRICT, now);
        return new SettingView(
                setting,
                district.words(),
                district.from()
                        .map(a -> "since " + Dates.words(a.effectiveFrom()) + ": "
                                + a.adoption().reason())
                        .orElse("as Ownpath comes"),
                district.locked(),
                book.stated(setting, now).stream()
                        .filter(own -> !own.scope().equals(Scope.district()))
                        .map(own -> other(own, parts))
                        .toList(),
                book.ahead(setting, now).stream()
                        .map(next -> DecidedAhead.of(next, parts))
                        .toList(),
                setting.values().fields(district.value()),
                setting.values() instanceof WholeNumber whole ? Optional.of(whole) : Optional.empty(),
                setting.values() instanceof Lines<?> lines ? lines.example() : "");
    }

    /** The form with what somebody typed. */
    SettingView with(List<String> typed) {
        return new SettingView(setting, inForce, source, locked, others, ahead, typed, whole, example);
    }

    /** The district's answer, short enough for a card. */
    public String brief() {
        boolean all = several() && fields.size() == setting.values().options().size();
        String many = all ? "All " + fields.size() : fields.size() + " in all";
        return inForce.length() <= LONGEST_BRIEF ? inForce : many;
    }

    /** Whether several of the options may be chosen. */
    public boolean several() {
        return setting.values() instanceof SomeOf<?>;
    }

    private static Other other(AdoptedSetting<?> own, Parts parts) {
        return new Other(parts.words(own.scope()), own.words(), own.locked(), Dates.words(own.effectiveFrom()));
    }
}
