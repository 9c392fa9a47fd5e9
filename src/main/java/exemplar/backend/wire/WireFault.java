package exemplar.backend.wire;

import exemplar.backend.Fault;
import java.io.IOException;

/// A request that did not end well. Travels as an exception inside the rooms of the wire backends
/// and never leaves them.
public final class WireFault extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Fault fault;

    public WireFault(Fault fault) {
        super(fault.message());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
