package exemplar.backend.anthropic;

import exemplar.backend.Backend;
import exemplar.backend.BackendContract;
import exemplar.backend.Secret;
import exemplar.backend.mock.MockBackend;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.Witness;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnthropicContractTest extends BackendContract {
    private MockServer server;
    private AnthropicBackend backend;

    @BeforeAll
    void start() throws IOException {
        server = MockServer.start(0, Trouble.NONE);
        backend =
                new AnthropicBackend(
                        new Wire(Patience.DEFAULT, Witness.NONE),
                        server.base(),
                        Secret.of("key-contract-0123456789"));
    }

    @AfterAll
    void stop() {
        backend.close();
        server.close();
    }

    @Override
    protected Backend backend() {
        return backend;
    }

    @Override
    protected String model() {
        return MockBackend.MODEL;
    }
}
