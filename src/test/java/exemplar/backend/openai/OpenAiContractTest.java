package exemplar.backend.openai;

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
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAiContractTest extends BackendContract {
    private MockServer server;
    private OpenAiBackend backend;

    @BeforeAll
    void start() throws IOException {
        server = MockServer.start(0, Trouble.NONE);
        backend =
                new OpenAiBackend(
                        new Wire(Patience.DEFAULT, Witness.NONE),
                        server.base(),
                        Optional.of(Secret.of("sk-contract-0123456789")),
                        Dialect.COMMON);
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
