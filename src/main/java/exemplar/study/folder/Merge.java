package exemplar.study.folder;

import exemplar.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Merges a study that was edited here with the files that another program edited.
final class Merge {
    private Merge() {}

    /// What came out.
    ///
    /// @param theirs the files, sharing with what was there before what they have in common
    record Result(Study theirs, Study study) {}

    private static LinesMerge pool(Study base, Study mine, Study theirs) {
        return new LinesMerge(StudyFiles.POOL, base.pool(), mine.pool(), theirs.pool());
    }

    private static LinesMerge tests(Study base, Study mine, Study theirs) {
        return new LinesMerge(StudyFiles.TESTS, base.tests(), mine.tests(), theirs.tests());
    }

    static List<Conflict> conflicts(Study base, Study mine, Study theirs) {
        List<Conflict> conflicts = new ArrayList<>(HeadMerge.conflicts(base, mine, theirs));
        conflicts.addAll(pool(base, mine, theirs).conflicts());
        conflicts.addAll(tests(base, mine, theirs).conflicts());
        return conflicts;
    }

    static Result of(Study base, Study mine, Study theirs, Function<Conflict, Side> choose)
            throws StudyFault {
        LinesMerge pool = pool(base, mine, theirs);
        LinesMerge tests = tests(base, mine, theirs);
        Study head = HeadMerge.merged(base, mine, theirs, choose);
        return new Result(
                theirs.withPool(pool.theirs()).withTests(tests.theirs()),
                head.withPool(pool.merged(choose)).withTests(tests.merged(choose)));
    }
}
