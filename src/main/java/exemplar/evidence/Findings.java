package exemplar.evidence;

import exemplar.model.Example;
import exemplar.model.Task;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
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
        try {
            return read(
                    task,
                    Fingerprints.of(List.of(), task.inputs()),
                    Fingerprints.of(List.of(), task.inputs()),
                    new char[0],
                    new char[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before it began", e);
        }
    }

    /// Reads a pool and its tests. About four seconds for a million short examples.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public static Findings of(Task task, List<Example> pool, List<Example> tests)
            throws InterruptedException {
        Fingerprints poolPrints = Fingerprints.of(pool, task.inputs());
        Fingerprints testPrints = Fingerprints.of(tests, task.inputs());
        ExampleSigns signs = new ExampleSigns(task);
        return read(
                task,
                poolPrints,
                testPrints,
                bits(signs, pool, List.of(), new char[0]),
                bits(signs, tests, List.of(), new char[0]));
    }

    /// The findings on a later version of the same study.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public Findings following(Task laterTask, List<Example> laterPool, List<Example> laterTests)
            throws InterruptedException {
        if (!laterTask.equals(task)) {
            return of(laterTask, laterPool, laterTests);
        }
        ExampleSigns signs = new ExampleSigns(task);
        return read(
                task,
                pool.prints().following(laterPool),
                tests.prints().following(laterTests),
                bits(signs, laterPool, pool.examples(), pool.bits()),
                bits(signs, laterTests, tests.examples(), tests.bits()));
    }

    private static Findings read(
            Task task, Fingerprints pool, Fingerprints tests, char[] poolBits, char[] testBits)
            throws InterruptedException {
        List<Leak> leaks = LeakScan.of(pool, tests, true);
        Map<Integer, Leak> leakOfPoolRow = new HashMap<>();
        Map<Example, Flag.Other> poolLeaks = new IdentityHashMap<>();
        Map<Example, Flag.Other> testLeaks = new IdentityHashMap<>();
        for (Leak leak : leaks) {
            Example demo = pool.examples().get(leak.poolRow());
            Example item = tests.examples().get(leak.testRow());
            testLeaks.put(item, other(leak, leak.poolRow(), demo));
            if (leakOfPoolRow.putIfAbsent(leak.poolRow(), leak) == null) {
                poolLeaks.put(demo, other(leak, leak.testRow(), item));
            }
        }
        ExampleSigns signs = new ExampleSigns(task);
        SetFindings ofPool =
                new SetFindings(signs, pool, poolBits, TwinScan.of(pool, true), poolLeaks);
        SetFindings ofTests =
                new SetFindings(signs, tests, testBits, TwinScan.of(tests, true), testLeaks);
        for (Leak leak : leaks) {
            ofPool.markLeak(leak.poolRow());
            ofTests.markLeak(leak.testRow());
        }
        return new Findings(task, ofPool, ofTests, leaks);
    }

    private static Flag.Other other(Leak leak, int row, Example example) {
        return new Flag.Other(
                row, example.id(), example.gold(), leak.likeness(), leak.similarity());
    }

    private static char[] bits(
            ExampleSigns signs, List<Example> now, List<Example> before, char[] known)
            throws InterruptedException {
        int compared = FlagKind.DUPLICATE.bit() | FlagKind.CONFLICT.bit() | FlagKind.LEAK.bit();
        char[] bits = new char[now.size()];
        Iterator<Example> earlier = before.iterator();
        int row = 0;
        for (Example example : now) {
            if ((row & 0xfff) == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            boolean same = earlier.hasNext() && earlier.next() == example;
            bits[row] = (char) (same ? known[row] & ~compared : signs.bits(example));
            row++;
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
