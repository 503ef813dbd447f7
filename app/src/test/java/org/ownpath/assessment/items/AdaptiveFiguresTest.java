package org.ownpath.assessment.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.Viewer;
import org.ownpath.engine.adaptive.Simulation;
import org.ownpath.engine.adaptive.Simulee;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of docs/assessment.md are those of the tests that students take. */
class AdaptiveFiguresTest extends SchoolTest {

    private static final Path DOCS = Path.of("../docs/assessment.md");

    @Autowired
    Pools pools;

    @Autowired
    ItemBanks banks;

    @Autowired
    Frameworks frameworks;

    @Autowired
    PlatformTransactionManager transactions;

    private String simulated(String... codes) {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        return as(gwen, () -> {
            Bank bank = banks.banks(gwen).stream()
                    .filter(each -> each.title().equals("Mathematics, grades 4 to 8"))
                    .findFirst()
                    .orElseThrow();
            Set<CompetencyId> competencies =
                    Stream.of(codes).map(frameworks.curriculum().byName()::get).collect(Collectors.toSet());
            Pool pool = Objects.requireNonNull(
                    new TransactionTemplate(transactions).execute(status -> pools.now(bank.id())));
            return Simulation.run(pool.plan(competencies, TestTerms.USUAL).test(), Simulee.drawn(2000, random), 2)
                    .text(TestTerms.USUAL.cut());
        });
    }

    @Test
    void the_figures_in_the_docs_are_those_of_the_tests() throws IOException {
        String docs = Files.readString(DOCS);
        assertThat(docs).contains(simulated("MA.7.EQN"));
        assertThat(docs).contains(simulated("MA.7.SIGNED", "MA.7.EQN"));
    }
}
