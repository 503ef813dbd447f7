package org.ownpath.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.framework.Frameworks;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.EmbeddedPostgres;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.RosterDraft;
import org.ownpath.roster.RosterImport;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Progress;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

/**
 * 500 students at once take adaptive tests over HTTP on a product in a process of its own, which is killed twice while
 * they do, and its database once. In the end every acknowledged answer has to be in the database, once and unchanged.
 */
final class TestingLoad {

    private static final int STUDENTS = Integer.getInteger("ownpath.students", 500);

    /** What was cut off between the end of a test and its evidence is made up for within a minute. */
    private static final Duration SETTLING = Duration.ofSeconds(75);

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("ownpath.seconds", 300));
    private static final String PASSWORD = "three green owls";
    private static final List<String> TESTED =
            List.of("MA.4.EQUIV", "MA.5.FRACADD", "MA.6.RATIO", "MA.6.PERCENT", "MA.6.EXPR", "MA.7.SIGNED", "MA.7.EQN");

    private final TestingFigures figures = new TestingFigures();

    /** What the students need: their accounts are there, and these are the competencies that they are tested in. */
    private record Prepared(List<CompetencyId> competencies) {}

    void run() throws Exception {
        Path folder = Files.createTempDirectory("ownpath-testing");
        Prepared prepared = prepare(folder);
        TestedProduct product = new TestedProduct(folder);
        product.start();
        List<Thread> students = begin(product, prepared);
        Instant end = Instant.now().plus(LENGTH);
        figures.open();
        pause(LENGTH.dividedBy(4));
        interrupt(product, false);
        pause(LENGTH.dividedBy(4));
        interrupt(product, false);
        pause(LENGTH.dividedBy(4));
        interrupt(product, true);
        while (Instant.now().isBefore(end)) {
            pause(Duration.ofSeconds(1));
        }
        figures.close();
        for (Thread student : students) {
            student.join();
        }
        pause(SETTLING);
        product.stop();
        check(folder);
        System.out.print(figures.rows(STUDENTS));
        FileSystemUtils.deleteRecursively(folder);
    }

    private Prepared prepare(Path folder) throws IOException {
        try (SeedSchool school = SeedSchool.open(folder, Map.of())) {
            ApplicationContext context = school.context();
            return school.within(() -> {
                context.getBean(RosterImport.class).apply(school.registrar(), roster(), Progress.SILENT);
                String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
                List<Person> people = context.getBean(Roster.class).students().stream()
                        .filter(person -> person.familyName().startsWith("Takes-Tests"))
                        .toList();
                context.getBean(Accounts.class)
                        .open(people.stream()
                                .map(person -> new Accounts.NewAccount(
                                        person.id(),
                                        name(person.givenName()),
                                        String.valueOf(hash),
                                        person.fullName(),
                                        Set.of(Role.STUDENT)))
                                .toList());
                Map<String, CompetencyId> names =
                        context.getBean(Frameworks.class).curriculum().byName();
                return new Prepared(TESTED.stream().map(names::get).toList());
            });
        }
    }

    private static RosterDraft roster() {
        List<RosterDraft.Member> members = IntStream.range(0, STUDENTS)
                .mapToObj(i -> new RosterDraft.Member(
                        new RosterDraft.Key("load-" + i, new RosterDraft.Origin("load", i), false),
                        "s" + i,
                        "Takes-Tests",
                        Optional.of(name("s" + i)),
                        Optional.empty(),
                        Optional.of("7"),
                        Set.of(Role.STUDENT)))
                .toList();
        return new RosterDraft("load", true, List.of(), members, List.of(), List.of(), List.of());
    }

    private static String name(String givenName) {
        return givenName + "@load.example";
    }

    /** All sign in before the first one is asked anything. */
    private List<Thread> begin(TestedProduct product, Prepared prepared) throws InterruptedException {
        CountDownLatch signedIn = new CountDownLatch(STUDENTS);
        List<Thread> students = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            TestTaker taker = new TestTaker(product.address(), figures, i);
            String name = name("s" + i);
            Thread student = new Thread(() -> taker.take(name, PASSWORD, prepared.competencies(), signedIn), name);
            student.start();
            students.add(student);
        }
        signedIn.await();
        return students;
    }

    private void interrupt(TestedProduct product, boolean databaseToo) throws Exception {
        figures.interrupted();
        product.kill(databaseToo);
        product.start();
        figures.restarted();
    }

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    private void check(Path folder) throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(folder))) {
            figures.check(postgres.address());
        }
    }
}
