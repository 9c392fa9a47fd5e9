package exemplar.backend.mock;

import exemplar.backend.Backend;
import exemplar.backend.BackendContract;

class MockContractTest extends BackendContract {
    private final MockBackend mock = new MockBackend();

    @Override
    protected Backend backend() {
        return mock;
    }

    @Override
    protected String model() {
        return MockBackend.MODEL;
    }
}
