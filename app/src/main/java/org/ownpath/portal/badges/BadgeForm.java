package org.ownpath.portal.badges;

import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.Badges;
import org.ownpath.credential.CompetencySet;
import org.ownpath.credential.Earning;
import org.ownpath.portal.Fields;
import org.springframework.util.MultiValueMap;

/** A badge as somebody types it. */
public record BadgeForm(
        String id, String title, String description, String earning, Among among, String criteria, String months) {

    /** The set of competencies as it is typed. */
    public record Among(String subject, String lowest, String highest, String needed) {}

    static BadgeForm blank() {
        return new BadgeForm(BadgeId.next().toString(), "", "", "mastery", new Among("", "6", "6", ""), "", "");
    }

    static BadgeForm sent(MultiValueMap<String, String> fields) {
        return new BadgeForm(
                Fields.text(fields, "id"),
                Fields.text(fields, "title"),
                Fields.text(fields, "description"),
                Fields.text(fields, "earning"),
                new Among(
                        Fields.text(fields, "subject"),
                        Fields.text(fields, "lowest"),
                        Fields.text(fields, "highest"),
                        Fields.text(fields, "needed")),
                Fields.text(fields, "criteria"),
                Fields.text(fields, "months"));
    }

    /** Whether a teacher says who has earned it. */
    public boolean byTeacher() {
        return earning.equals("teacher");
    }

    Badges.Wish wish() {
        Earning how = byTeacher()
                ? new Earning.ByNomination(criteria)
                : new Earning.ByMastery(
                        new CompetencySet(
                                Optional.of(among.subject()).filter(subject -> !subject.isBlank()),
                                number(among.lowest()).orElse(0),
                                number(among.highest()).orElse(0)),
                        number(among.needed()));
        return new Badges.Wish(badge(), title, description, how, number(months));
    }

    /** The id that the form brought along; another where it is none of ours. */
    private BadgeId badge() {
        return Fields.id(id, BadgeId::of).orElseGet(BadgeId::next);
    }

    /** Empty is left to the room to read as all, or for good; what is no number counts as none that is ever allowed. */
    private static OptionalInt number(String typed) {
        if (typed.isBlank()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(typed.strip().matches("\\d{1,4}") ? Integer.parseInt(typed.strip()) : -1);
    }
}
