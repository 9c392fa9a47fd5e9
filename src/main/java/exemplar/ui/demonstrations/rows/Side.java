package exemplar.ui.demonstrations.rows;

import exemplar.evidence.ExampleSource;
import exemplar.evidence.Findings;
import exemplar.evidence.SetFindings;
import exemplar.model.Example;
import exemplar.study.Change;
import exemplar.study.Examples;
import exemplar.study.Patch;
import exemplar.study.Study;
import java.util.Locale;
import java.util.Optional;

/// Which examples of a study are meant.
public enum Side {
    /// Candidates for demonstrations.
    POOL,
    /// Items to ask about.
    TESTS;

    public Examples of(Study study) {
        return this == POOL ? study.pool() : study.tests();
    }

    public Study with(Study study, Examples examples) {
        return this == POOL ? study.withPool(examples) : study.withTests(examples);
    }

    public SetFindings of(Findings findings) {
        return this == POOL ? findings.pool() : findings.tests();
    }

    /// The rows a change asks to select; empty when it did not touch this side.
    public Optional<Patch.Rows> touched(Change change) {
        return this == POOL ? change.pool() : change.tests();
    }

    /// The word in keys of texts: `pool`, `tests`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Examples as findings read them: each by its line, so that what did not change is not read
    /// again.
    public static ExampleSource source(Examples examples) {
        return new ExampleSource() {
            @Override
            public int size() {
                return examples.size();
            }

            @Override
            public Example example(int row) {
                return examples.get(row);
            }

            @Override
            public Object version(int row) {
                return examples.line(row);
            }
        };
    }
}
