package exemplar.evidence;

import exemplar.model.Example;
import java.util.List;

/// Examples to be read, by position. Immutable and safe for every thread.
public interface ExampleSource {
    int size();

    Example example(int row);

    /// A token that is the same object for the same example in the same state. What was read of it
    /// once need not be read again.
    Object version(int row);

    /// Examples held as objects.
    static ExampleSource of(List<Example> examples) {
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
                return examples.get(row);
            }
        };
    }
}
