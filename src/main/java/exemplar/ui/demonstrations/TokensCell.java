package exemplar.ui.demonstrations;

import exemplar.model.Example;
import java.util.OptionalInt;

/// How many tokens the input fields have together, by the tokenizer of the chosen model.
final class TokensCell extends ExampleCell {
    TokensCell(Board board) {
        super(board);
        getStyleClass().addAll("number-cell", "tokens-cell");
    }

    @Override
    void show(Example example) {
        int all = 0;
        boolean known = true;
        for (String input : board().study().task().inputs()) {
            OptionalInt count = board().tokens().of(example.field(input));
            known &= count.isPresent();
            all += count.orElse(0);
        }
        setText(known ? Integer.toString(all) : "");
    }

    void readAgain() {
        if (getItem() != null && !isEmpty()) {
            show(getItem().example());
        }
    }
}
