package org.ownpath.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.Kept;
import org.ownpath.assessment.items.Start;
import org.ownpath.assessment.items.Tests;
import org.ownpath.assessment.items.Turn;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Result;
import org.ownpath.engine.Rule;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.launch.DatabaseAddress;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.Rules;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Progress;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One copy of the product under mixed load, in a process that is killed: records, imports, tests and changes of rules,
 * each tried until it is acknowledged, and told then. Started by {@link Faults}, which tells it by lines when to rest and
 * when its clock is wrong.
 *
 * <p>The task of a piece says what it belongs to and how many entries that has.
 */
final class FaultWorker {

    /** Ends every line, so that one that was cut off is told from a whole one. */
    static final String WHOLE = " |";

    /** Told when nothing is under way any more, until it is told to work. */
    static final String RESTING = "resting" + WHOLE;

    private static final int JUMP_SECONDS = 90;

    private final ApplicationContext context;
    private final Viewer viewer;
    private final List<Person> students;
    private final List<Competency> competencies;
    private final ReadWriteLock rest = new ReentrantReadWriteLock(true);

    private FaultWorker(ApplicationContext context, Viewer viewer) {
        this.context = context;
        this.viewer = viewer;
        this.students = context.getBean(Roster.class).students();
        this.competencies = context.getBean(Frameworks.class).curriculum().inUse();
    }

    /** URL, the two passwords, the data folder, a seed, and whether rules are changed. */
    public static void main(String[] args) throws IOException {
        var app = Faults.product(new DatabaseAddress(args[0], args[1], args[2]), args[3]);
        JumpingClock clock = new JumpingClock();
        app.addInitializers(started -> ((GenericApplicationContext) started)
                .registerBean("jumping", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        ApplicationContext context = app.run();
        Viewer viewer = context.getBean(Accounts.class)
                .viewer("philippa.crane@northside.example")
                .orElseThrow();
        long seed = Long.parseLong(args[4]);
        FaultWorker worker = DistrictScope.within(viewer.district(), () -> new FaultWorker(context, viewer));
        worker.keep(worker::record, seed);
        worker.keep(worker::importBatch, seed + 1);
        worker.keep(worker::takeTest, seed + 2);
        if (Boolean.parseBoolean(args[5])) {
            worker.keep(worker::changeRule, seed + 3);
        }
        worker.obey(clock);
    }

    private void obey(JumpingClock clock) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            switch (order) {
                case "rest" -> {
                    rest.writeLock().lock();
                    tell(RESTING.substring(0, RESTING.length() - WHOLE.length()));
                }
                case "work" -> rest.writeLock().unlock();
                case "jump" -> clock.jumping = true;
                default -> clock.jumping = false;
            }
        }
    }

    /** A clock that is wrong while it is told to: right, ahead or behind for some seconds each. */
    private static final class JumpingClock extends Clock {

        private volatile boolean jumping;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            Instant now = Instant.now();
            return !jumping ? now : now.plusSeconds((now.getEpochSecond() / 3 % 3 - 1) * JUMP_SECONDS);
        }
    }

    private interface Work {
        void once(Random random);
    }

    private void keep(Work work, long seed) {
        Random random = new Random(seed);
        new Thread(() -> DistrictScope.run(viewer.district(), () -> {
                    while (true) {
                        rest.readLock().lock();
                        try {
                            work.once(random);
                        } finally {
                            rest.readLock().unlock();
                        }
                    }
                }))
                .start();
    }

    private void record(Random random) {
        PieceId id = PieceId.next();
        int ratings = 1 + random.nextInt(20);
        String task = "piece " + id + " of " + ratings;
        Observation observation = piece(id, task, ratings, random);
        Outcome outcome = untilAnswered(() -> context.getBean(Ledger.class).record(viewer, observation));
        if (!(outcome instanceof Outcome.Stored || outcome instanceof Outcome.AlreadyStored)) {
            throw new IllegalStateException("Not stored: " + outcome);
        }
        tell(task);
    }

    private void importBatch(Random random) {
        int pieces = 20 + random.nextInt(400);
        String task = "batch " + UUID.randomUUID() + " of " + pieces * 2;
        List<BulkLedger.Row> rows = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            rows.add(new BulkLedger.Row(piece(PieceId.next(), task, 2, random), Instant.now()));
        }
        untilAnswered(() -> context.getBean(BulkLedger.class).append(viewer, rows.iterator(), Progress.SILENT));
        tell(task);
    }

    private void takeTest(Random random) {
        Tests tests = context.getBean(Tests.class);
        List<CompetencyId> open = List.copyOf(untilAnswered(tests::open));
        Person person = students.get(random.nextInt(students.size()));
        Viewer student =
                new Viewer(AccountId.next(), viewer.district(), person.id(), person.fullName(), Set.of(Role.STUDENT));
        CompetencyId about = open.get(random.nextInt(open.size()));
        if (untilAnswered(() -> tests.start(student, about)) instanceof Start.Begun begun) {
            Optional<Turn> turn = untilAnswered(() -> tests.turn(student, begun.attempt()));
            while (turn.isPresent()) {
                answer(student, turn.get());
                turn = untilAnswered(() -> tests.turn(student, begun.attempt()));
            }
        }
    }

    private void answer(Viewer student, Turn turn) {
        Tests.Given given = new Tests.Given(turn.asked().item(), rightAnswer(turn));
        Kept kept = untilAnswered(() -> context.getBean(Tests.class)
                .answer(student, turn.asked().attempt(), given, given.answer().blank()));
        if (kept instanceof Kept.Stored || kept instanceof Kept.AlreadyStored) {
            tell("answer " + turn.asked().attempt() + " " + turn.asked().item());
        }
    }

    private Answer rightAnswer(Turn turn) {
        return untilAnswered(() -> context.getBean(ItemBanks.class)
                .item(viewer, turn.asked().item())
                .orElseThrow()
                .content()
                .question()
                .rightAnswer());
    }

    private void changeRule(Random random) {
        Faults.pause(Duration.ofMillis(5000 + random.nextInt(10_000)));
        Rule rule = Rule.of(new Aggregation.Latest(), Requirements.reaching(2 + random.nextInt(3)));
        String reason = "change " + UUID.randomUUID();
        Adopting adopting = untilAnswered(() ->
                context.getBean(Rules.class).adopt(viewer, Optional.of("mathematics"), "The last one", rule, reason));
        if (adopting instanceof Adopting.Done) {
            tell(reason);
        }
    }

    /** Again and again, as a person would, until there is an answer. */
    private static <T> T untilAnswered(Supplier<T> attempt) {
        while (true) {
            try {
                return attempt.get();
            } catch (RuntimeException nobodyThere) {
                System.err.println(nobodyThere);
                Faults.pause(Duration.ofMillis(200));
            }
        }
    }

    private Observation piece(PieceId id, String task, int ratings, Random random) {
        Competency competency = competencies.get(random.nextInt(competencies.size()));
        int first = random.nextInt(students.size());
        return new Observation(
                id,
                new Observation.Nature(Form.PROJECT, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                viewer.person(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1L + random.nextInt(90), ChronoUnit.DAYS),
                Optional.of(task),
                Optional.empty(),
                List.of(),
                IntStream.range(0, ratings)
                        .mapToObj(i -> new Observation.Rating(
                                students.get((first + i) % students.size()).student(),
                                competency.id(),
                                Result.rated(1 + random.nextInt(4))))
                        .toList());
    }

    private static synchronized void tell(String what) {
        System.out.print(what + WHOLE + "\n");
        System.out.flush();
    }
}
