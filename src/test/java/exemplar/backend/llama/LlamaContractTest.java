package exemplar.backend.llama;

import exemplar.backend.Backend;
import exemplar.backend.BackendContract;
import org.junit.jupiter.api.BeforeEach;

class LlamaContractTest extends BackendContract {
    private LlamaBackend backend = new LlamaBackend(java.util.Map::of, TinyModel.ENGINES);

    @BeforeEach
    void theModelIsOnThisMachine() {
        backend = TinyModel.backend();
    }

    @Override
    protected Backend backend() {
        return backend;
    }

    @Override
    protected String model() {
        return TinyModel.NAME;
    }

    @Override
    protected String story() {
        return "Tell me a story about the sea. Once upon a time there was";
    }
}
