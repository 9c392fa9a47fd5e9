package exemplar.study.check;

import exemplar.evidence.Findings;
import exemplar.evidence.Leak;
import exemplar.evidence.Likeness;
import exemplar.study.Finding;
import java.util.ArrayList;
import java.util.List;

/// Test items that also stand in the pool, so that a prompt could show the answer.
final class LeakCheck {
    private LeakCheck() {}

    static List<Finding> findings(Findings evidence) {
        List<Finding> found = new ArrayList<>();
        for (Leak leak : evidence.leaks()) {
            if (found.size() == ExamplesCheck.MOST) {
                int more = evidence.leaks().size() - ExamplesCheck.MOST;
                found.add(
                        Finding.ofFile(
                                Finding.Kind.LEAK,
                                "tests.jsonl",
                                "%,d more test items stand in the pool".formatted(more),
                                "mend these first"));
                break;
            }
            String item = evidence.tests().examples().get(leak.testRow()).id();
            String demo = evidence.pool().examples().get(leak.poolRow()).id();
            found.add(
                    new Finding(
                            Finding.Kind.LEAK,
                            "tests.jsonl",
                            0,
                            List.of(item, demo),
                            "the test item \"%s\" stands in the pool as \"%s\"%s"
                                    .formatted(
                                            item,
                                            demo,
                                            leak.likeness() == Likeness.NEAR
                                                    ? ", nearly the same"
                                                    : ""),
                            "remove one of them, or the model is shown the answer"));
        }
        return found;
    }
}
