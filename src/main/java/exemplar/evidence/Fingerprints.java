package exemplar.evidence;

import exemplar.model.Example;
import java.util.List;

/// Two 64-bit hashes of the input of every example of a list: of the exact text and of its
/// [PlainText]. They find candidates for sameness among a million examples; whoever uses them
/// compares the texts before believing it. An example without any input has none.
public final class Fingerprints {
    private static final long NONE = 0;

    private final ExampleSource examples;
    private final List<String> inputs;
    private final long[] exact;
    private final long[] plain;

    private Fingerprints(ExampleSource examples, List<String> inputs, long[] exact, long[] plain) {
        this.examples = examples;
        this.inputs = inputs;
        this.exact = exact;
        this.plain = plain;
    }

    /// Reads every example.
    ///
    /// @param inputs names of the fields that make the input
    /// @throws InterruptedException when the thread is interrupted
    public static Fingerprints of(ExampleSource examples, List<String> inputs)
            throws InterruptedException {
        Fingerprints none =
                new Fingerprints(
                        ExampleSource.of(List.of()), List.copyOf(inputs), new long[0], new long[0]);
        return none.following(examples);
    }

    /// The fingerprints of a later version of the list; examples that kept their place and are the
    /// same object are not read again.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public Fingerprints following(ExampleSource later) throws InterruptedException {
        long[] newExact = new long[later.size()];
        long[] newPlain = new long[later.size()];
        for (int row = 0; row < newExact.length; row++) {
            if ((row & 0xfff) == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (row < exact.length && examples.version(row) == later.version(row)) {
                newExact[row] = exact[row];
                newPlain[row] = plain[row];
            } else {
                Example example = later.example(row);
                String text = inputOf(example);
                if (!text.isBlank()) {
                    newExact[row] = hash(text);
                    newPlain[row] = hash(plainOf(example));
                }
            }
        }
        return new Fingerprints(later, inputs, newExact, newPlain);
    }

    /// The examples that were read.
    public ExampleSource examples() {
        return examples;
    }

    List<String> inputs() {
        return inputs;
    }

    /// How many examples were read.
    public int size() {
        return exact.length;
    }

    boolean isEmpty(int row) {
        return exact[row] == NONE;
    }

    long exact(int row) {
        return exact[row];
    }

    long plain(int row) {
        return plain[row];
    }

    String input(int row) {
        return inputOf(examples.example(row));
    }

    String plainInput(int row) {
        return plainOf(examples.example(row));
    }

    private String inputOf(Example example) {
        if (inputs.size() == 1) {
            return example.field(inputs.getFirst());
        }
        StringBuilder all = new StringBuilder();
        for (String field : inputs) {
            all.append(example.field(field)).append('\n');
        }
        return all.toString();
    }

    private String plainOf(Example example) {
        if (inputs.size() == 1) {
            return PlainText.of(example.field(inputs.getFirst()));
        }
        StringBuilder all = new StringBuilder();
        for (String field : inputs) {
            all.append(PlainText.of(example.field(field))).append('\n');
        }
        return all.toString();
    }

    private static long hash(String text) {
        long hash = 0x9e3779b97f4a7c15L ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        hash = Spread.of(hash);
        return hash == NONE ? 1 : hash;
    }
}
