package exemplar.study.check;

import exemplar.evidence.Findings;
import exemplar.study.Finding;
import exemplar.study.Study;
import java.util.ArrayList;
import java.util.List;

/// Checks a study.
public final class Check {
    private Check() {}

    /// What is wrong with the task, the designs and the comparisons, without looking at every
    /// example.
    public static List<Finding> head(Study study) {
        return List.copyOf(new HeadCheck(study).findings());
    }

    /// Everything found, the study itself first, then its pool, its tests and what they share.
    /// Takes seconds for a million examples.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public static List<Finding> study(Study study) throws InterruptedException {
        List<Finding> found = new ArrayList<>(head(study));
        Findings evidence = Findings.of(study.task(), study.pool(), study.tests());
        found.addAll(new ExamplesCheck("pool.jsonl", study.task(), evidence.pool()).findings());
        found.addAll(new ExamplesCheck("tests.jsonl", study.task(), evidence.tests()).findings());
        found.addAll(LeakCheck.findings(evidence));
        return List.copyOf(found);
    }
}
