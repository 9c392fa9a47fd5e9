package exemplar.evidence;

import exemplar.model.Example;
import exemplar.model.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything found on a pool and its tests at one moment. Immutable; a later version of the study
/// gets its own by [#following], which reads only what has changed and compares everything anew.
public final class Findings {
    private final Task task;
    private final SetFindings pool;
    private final SetFindings tests;
    private final List<Leak> leaks;

    private Findings(Task task, SetFindings pool, SetFindings tests, List<Leak> leaks) {
        this.task = task;
        this.pool = pool;
        this.tests = tests;
        this.leaks = leaks;
    }

    /// Findings on nothing.
    public static Findings none(Task task) {
        ExampleSource nothing = ExampleSource.of(List.of());
        try {
            return read(
                    task,
                    Fingerprints.of(nothing, task.inputs()),
                    Fingerprints.of(nothing, task.inputs()),
                    new char[0],
                    new char[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before it began", e);
        }
    }

    /// Reads examples held as lists; lists that decode their examples when asked give the same
    /// findings, but a later version of them is read anew.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public static Findings of(Task task, List<Example> pool, List<Example> tests)
            throws InterruptedException {
        return of(task, ExampleSource.of(pool), ExampleSource.of(tests));
    }

    /// Reads a pool and its tests. About four seconds for a million short examples.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public static Findings of(Task task, ExampleSource pool, ExampleSource tests)
            throws InterruptedException {
        Fingerprints poolPrints = Fingerprints.of(pool, task.inputs());
        Fingerprints testPrints = Fingerprints.of(tests, task.inputs());
        ExampleSigns signs = new ExampleSigns(task);
        return read(
                task,
                poolPrints,
                testPrints,
                bits(signs, pool, pool, new char[0]),
                bits(signs, tests, tests, new char[0]));
    }

    /// The findings on a later version of the same study.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public Findings following(Task laterTask, ExampleSource laterPool, ExampleSource laterTests)
            throws InterruptedException {
        if (!laterTask.equals(task)) {
            return of(laterTask, laterPool, laterTests);
        }
        ExampleSigns signs = new ExampleSigns(task);
        return read(
                task,
                pool.prints().following(laterPool),
                tests.prints().following(laterTests),
                bits(signs, laterPool, pool.source(), pool.bits()),
                bits(signs, laterTests, tests.source(), tests.bits()));
    }

    private static Findings read(
            Task task, Fingerprints pool, Fingerprints tests, char[] poolBits, char[] testBits)
            throws InterruptedException {
        List<Leak> leaks = LeakScan.of(pool, tests, true);
        ExampleSigns signs = new ExampleSigns(task);
        List<Twins> poolTwins = TwinScan.of(pool, true);
        Map<Integer, Flag.Other> poolLeaks = new HashMap<>();
        Map<Integer, Flag.Other> testLeaks = new HashMap<>();
        for (Leak leak : leaks) {
            Example demo = pool.examples().example(leak.poolRow());
            Example item = tests.examples().example(leak.testRow());
            testLeaks.put(leak.testRow(), other(leak, leak.poolRow(), demo));
            poolLeaks.putIfAbsent(leak.poolRow(), other(leak, leak.testRow(), item));
        }
        spread(poolTwins, poolLeaks);
        SetFindings ofPool = new SetFindings(signs, pool, poolBits, poolTwins, poolLeaks);
        SetFindings ofTests =
                new SetFindings(signs, tests, testBits, TwinScan.of(tests, true), testLeaks);
        return new Findings(task, ofPool, ofTests, leaks);
    }

    /// A twin of a leaking demonstration gives the answer away as well.
    private static void spread(List<Twins> twins, Map<Integer, Flag.Other> leaks) {
        for (Twins group : twins) {
            if (group.likeness() == Likeness.NEAR) {
                continue;
            }
            for (int row : group.rows()) {
                Flag.Other leak = leaks.get(row);
                if (leak != null) {
                    group.rows().forEach(twin -> leaks.putIfAbsent(twin, leak));
                    break;
                }
            }
        }
    }

    private static Flag.Other other(Leak leak, int row, Example example) {
        return new Flag.Other(
                row, example.id(), example.gold(), leak.likeness(), leak.similarity());
    }

    private static char[] bits(
            ExampleSigns signs, ExampleSource now, ExampleSource before, char[] known)
            throws InterruptedException {
        int compared = FlagKind.DUPLICATE.bit() | FlagKind.CONFLICT.bit() | FlagKind.LEAK.bit();
        char[] bits = new char[now.size()];
        for (int row = 0; row < bits.length; row++) {
            if ((row & 0xfff) == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            boolean same = row < known.length && before.version(row) == now.version(row);
            bits[row] = (char) (same ? known[row] & ~compared : signs.bits(now.example(row)));
        }
        return bits;
    }

    /// Findings on the pool.
    public SetFindings pool() {
        return pool;
    }

    /// Findings on the tests.
    public SetFindings tests() {
        return tests;
    }

    /// Test items that also stand in the pool.
    public List<Leak> leaks() {
        return leaks;
    }

    /// The task they were read for.
    public Task task() {
        return task;
    }
}
