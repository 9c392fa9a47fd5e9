package exemplar.backend.llama;

import exemplar.backend.Places;
import exemplar.backend.catalogue.Store;
import org.junit.jupiter.api.Assumptions;

/// The small model of this machine that tests of the engine use, loaded once for all of them.
final class TinyModel {
    static final String NAME = "smollm2-135m";
    static final Places PLACES = Places.ofThisMachine();
    static final Engines ENGINES = new Engines(PLACES.cache());

    private TinyModel() {}

    /// Skips the test, with the reason, where the model is not there.
    static LlamaBackend backend() {
        Store store = Store.in(PLACES);
        Assumptions.assumeTrue(
                store.models().containsKey(NAME),
                NAME + " is not on this machine; fetch it with: ./exemplar models pull " + NAME);
        return new LlamaBackend(store::models, ENGINES);
    }
}
