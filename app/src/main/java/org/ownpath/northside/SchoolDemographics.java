package org.ownpath.northside;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.Trait;

/**
 * Subgroups for the people of Northside, drawn by chance and from nothing else: not from a name, and without any bearing
 * on how a student does. Whatever differs between them in the demo is chance.
 */
final class SchoolDemographics {

    private static final List<Map.Entry<String, Integer>> ETHNICITIES = List.of(
            Map.entry("white", 34),
            Map.entry("hispanic", 28),
            Map.entry("black", 16),
            Map.entry("asian", 11),
            Map.entry("two-or-more", 7),
            Map.entry("american-indian", 1),
            Map.entry("pacific-islander", 1));

    private SchoolDemographics() {}

    /** The same person always gets the same. */
    static RosterDraft.Subgroups of(RosterDraft.Key student) {
        Random random = new Random(student.sourceId().hashCode() * 31L + 7);
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        int sex = random.nextInt(200);
        traits.put(Trait.SEX, sex < 3 ? "other" : sex % 2 == 0 ? "female" : "male");
        ethnicity(random.nextInt(100), traits);
        traits.put(Trait.ENGLISH_LEARNER, random.nextInt(8) == 0 ? "yes" : "no");
        if (random.nextInt(20) > 0) {
            traits.put(Trait.ECONOMIC_DISADVANTAGE, random.nextInt(5) < 2 ? "yes" : "no");
        }
        return new RosterDraft.Subgroups(student, student.sourceId(), traits);
    }

    /** One in fifty says nothing. */
    private static void ethnicity(int drawn, Map<Trait, String> traits) {
        int reached = 0;
        for (Map.Entry<String, Integer> ethnicity : ETHNICITIES) {
            reached += ethnicity.getValue();
            if (drawn < reached) {
                traits.put(Trait.ETHNICITY, ethnicity.getKey());
                return;
            }
        }
    }
}
