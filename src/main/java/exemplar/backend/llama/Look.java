package exemplar.backend.llama;

import exemplar.backend.gguf.Gguf;
import java.util.Optional;

/// What is told of a model file before it is loaded.
public sealed interface Look {

    /// It is no whole model.
    ///
    /// @param sentence what is wrong and what to do
    record Damaged(String sentence) implements Look {}

    /// It is whole.
    ///
    /// @param family of models, such as `llama`
    /// @param packing of most of its numbers, such as `Q4_1`
    /// @param context most tokens of prompt and answer together; 0 when the file does not say
    /// @param needed bytes of memory it takes with the context it is loaded with
    /// @param all bytes of memory this machine has
    record Whole(String family, String packing, int context, long needed, long all)
            implements Look {

        /// Why it can never be loaded here; empty when it can.
        public Optional<String> tooLarge() {
            return needed > all
                    ? Optional.of(
                            "It needs about %,d MB of memory and this machine has %,d MB. Take a smaller model."
                                    .formatted(needed >> 20, all >> 20))
                    : Optional.empty();
        }
    }

    static Look at(Gguf gguf) {
        return new Whole(
                gguf.architecture(),
                gguf.mainType(),
                gguf.contextLength(),
                Memory.needed(gguf, Memory.first(gguf)),
                Memory.all());
    }
}
