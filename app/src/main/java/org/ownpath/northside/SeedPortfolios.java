package org.ownpath.northside;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Exemplars;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.Tasks;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What Northside's named students keep of their work, and an exemplar that a teacher keeps. */
@Component
@ConditionalOnProperty(name = "ownpath.seed", havingValue = "northside")
class SeedPortfolios {

    private final NorthsideAccounts people;
    private final Frameworks frameworks;
    private final Tasks tasks;
    private final Portfolios portfolios;
    private final Exemplars exemplars;
    private final Clock clock;

    SeedPortfolios(
            NorthsideAccounts people,
            Frameworks frameworks,
            Tasks tasks,
            Portfolios portfolios,
            Exemplars exemplars,
            Clock clock) {
        this.people = people;
        this.frameworks = frameworks;
        this.tasks = tasks;
        this.portfolios = portfolios;
        this.exemplars = exemplars;
        this.clock = clock;
    }

    /** A piece, and where its student says that it is. */
    private record Kept(
            String student,
            long daysAgo,
            String title,
            List<String> codes,
            String body,
            String reflection,
            double self) {}

    private static final List<Kept> PIECES = List.of(
            new Kept(
                    "Maya Okafor",
                    20,
                    "The garden to scale",
                    List.of("MA.7.SCALE", "MA.6.RATIO"),
                    "I measured our garden and drew it so that 1 cm is 50 cm. The shed is 4 cm by 6 cm on paper, so 2 m by "
                            + "3 m. My aunt used the plan to order the fence.",
                    "I forgot the gate at first. Next time I walk the whole line before I draw. I am proud that the fence "
                            + "fits.",
                    3),
            new Kept(
                    "Maya Okafor",
                    190,
                    "Why our street floods",
                    List.of("SC.4.FAIR", "WR.6.CAUSE"),
                    "I poured ten cans of water on five places and timed how long they stood. On the new pavement it stood "
                            + "for 40 minutes, on the grass for 3.",
                    "The timing was fair, the amount of water was not always the same. I would weigh it now.",
                    3),
            new Kept(
                    "Maya Okafor",
                    480,
                    "The dog who could read",
                    List.of("WR.5.ARC"),
                    "A story in four parts about a dog who reads the newspaper before anybody is up.",
                    "When I read it again, the middle is too long. But the end still makes me laugh.",
                    2),
            new Kept(
                    "Hana Suzuki",
                    35,
                    "A letter that was answered",
                    List.of("WR.7.ARGUE"),
                    "My letter about the crossing at Mill Road, the third version, and the answer of the council.",
                    "The first version only complained. In the third I say what the drivers need as well, and they answered.",
                    4),
            new Kept(
                    "Priya Raman",
                    60,
                    "Bats of the old mill",
                    List.of("WR.4.REPORT", "SC.4.PROOF"),
                    "A report in five sections with a table of what I counted on eight evenings.",
                    "The table is strong. My sentences are short because I was afraid of mistakes.",
                    2),
            new Kept(
                    "Leo Martinez",
                    75,
                    "Bread on Mondays",
                    List.of("MA.12.PROJECT"),
                    "A model of what my uncle's bakery sells on each day of the week, from two years of receipts.",
                    "I found that rain matters more than the weekday. Nobody had asked about rain.",
                    3),
            new Kept(
                    "Noah Whitfield",
                    300,
                    "Photographs of one tree",
                    List.of("SC.5.WHY"),
                    "One photograph each week from October to May, always from the same stone.",
                    "I stopped in May. When I came back it was the first thing that I looked for.",
                    2));

    /** Keeps them all. */
    void keep() {
        PIECES.forEach(this::keep);
        Viewer gwen = people.of("Gwen Abernathy");
        Task deal = tasks.library(gwen).stream()
                .filter(task -> task.content().title().equals("The best deal in town"))
                .findFirst()
                .orElseThrow();
        SeedTasks.require(exemplars.keep(
                gwen,
                deal.id(),
                new Exemplars.Exemplar(
                        Exemplars.next(),
                        "3 Proficient",
                        SeedWork.DEALS.get(0),
                        "Every price can be checked, and the letter says what would change the answer.",
                        true)));
    }

    private void keep(Kept kept) {
        Viewer student = people.of(kept.student());
        List<CompetencyId> competencies = kept.codes().stream()
                .map(code ->
                        Objects.requireNonNull(frameworks.curriculum().byName().get(code), code))
                .toList();
        SeedTasks.require(portfolios.keep(
                student,
                new PortfolioPiece(
                        TimeOrdered.next(),
                        StudentId.of(student.person()),
                        LocalDate.now(clock).minusDays(kept.daysAgo()),
                        kept.title(),
                        kept.body(),
                        "",
                        List.of(),
                        competencies,
                        kept.reflection(),
                        Map.of(competencies.get(0), kept.self()))));
    }
}
