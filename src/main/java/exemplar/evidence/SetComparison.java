package exemplar.evidence;

import exemplar.model.Example;
import java.util.List;

/// Compares the inputs of two examples directly.
final class SetComparison {
    private SetComparison() {}

    static Flag.Other of(List<String> inputs, Example example, int row, Example other) {
        StringBuilder plainA = new StringBuilder();
        StringBuilder plainB = new StringBuilder();
        boolean exact = true;
        for (String field : inputs) {
            exact &= example.field(field).equals(other.field(field));
            plainA.append(PlainText.of(example.field(field))).append('\n');
            plainB.append(PlainText.of(other.field(field))).append('\n');
        }
        String a = plainA.substring(0, Math.max(0, plainA.length() - 1));
        String b = plainB.substring(0, Math.max(0, plainB.length() - 1));
        Likeness likeness =
                exact ? Likeness.EXACT : a.equals(b) ? Likeness.NORMALISED : Likeness.NEAR;
        double similarity =
                likeness == Likeness.NEAR ? Shingles.similarity(Shingles.of(a), Shingles.of(b)) : 1;
        return new Flag.Other(row, other.id(), other.gold(), likeness, similarity);
    }
}
