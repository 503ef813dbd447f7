package org.ownpath.exchange.oneroster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.exchange.csv.Table;
import org.ownpath.roster.Trait;
import org.ownpath.shared.Problem;

/**
 * Reads what a row of demographics.csv tells of a student. Race and ethnicity, which the standard tells by several flags,
 * become one value, as schools in the United States report them: Hispanic or Latino of any race, or two or more races, or
 * the one race. Whether somebody learns English or is economically disadvantaged has no column in the standard and is
 * read from its extension columns {@code metadata.englishLearner} and {@code metadata.economicDisadvantage}.
 */
final class DemographicsFile {

    private static final Map<String, String> RACES = Map.of(
            "americanIndianOrAlaskaNative", "american-indian",
            "asian", "asian",
            "blackOrAfricanAmerican", "black",
            "nativeHawaiianOrOtherPacificIslander", "pacific-islander",
            "white", "white");

    private final Table.Row row;
    private final List<Problem> problems;

    private DemographicsFile(Table.Row row, List<Problem> problems) {
        this.row = row;
        this.problems = problems;
    }

    static Map<Trait, String> traits(Table.Row row, List<Problem> problems) {
        DemographicsFile reader = new DemographicsFile(row, problems);
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        reader.sex().ifPresent(sex -> traits.put(Trait.SEX, sex));
        reader.ethnicity().ifPresent(ethnicity -> traits.put(Trait.ETHNICITY, ethnicity));
        reader.answer("metadata.englishLearner").ifPresent(a -> traits.put(Trait.ENGLISH_LEARNER, a));
        reader.answer("metadata.economicDisadvantage").ifPresent(a -> traits.put(Trait.ECONOMIC_DISADVANTAGE, a));
        return traits;
    }

    private Optional<String> sex() {
        Optional<String> sex = row.find("sex").filter(told -> !told.equals("unspecified"));
        if (sex.isPresent() && !Trait.SEX.choices().contains(sex.get())) {
            problems.add(row.problem(
                    "sex", "'" + sex.get() + "' is none of female, male, other and unspecified. Use one of them."));
            return Optional.empty();
        }
        return sex;
    }

    private Optional<String> ethnicity() {
        List<String> races = RACES.entrySet().stream()
                .filter(race -> flag(race.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (flag("hispanicOrLatinoEthnicity")) {
            return Optional.of("hispanic");
        }
        if (races.size() > 1 || flag("demographicRaceTwoOrMoreRaces")) {
            return Optional.of("two-or-more");
        }
        return races.stream().findFirst();
    }

    private boolean flag(String column) {
        return answer(column).filter("yes"::equals).isPresent();
    }

    private Optional<String> answer(String column) {
        String told = row.get(column);
        if (told.equals("true") || told.equals("false")) {
            return Optional.of(told.equals("true") ? "yes" : "no");
        }
        if (!told.isEmpty()) {
            problems.add(row.problem(
                    column, "'" + told + "' is neither true nor false. Use one of them or leave it empty."));
        }
        return Optional.empty();
    }
}
