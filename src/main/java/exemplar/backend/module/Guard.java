package exemplar.backend.module;

import com.fasterxml.jackson.databind.JsonNode;
import exemplar.backend.wire.WireFault;

/// Watches the events of one stream for what the modules pass over: errors in the middle, an answer
/// withheld, and whether the end was the end.
public interface Guard {

    /// Sees an event before the module does.
    ///
    /// @throws WireFault when it tells of a failure or is none of the protocol's
    void event(JsonNode event) throws WireFault;

    /// Whether the protocol's end arrived.
    boolean complete();

    /// Tokens the model thought aloud with that the module leaves out of those of the answer,
    /// though they are paid for as such.
    default int thoughtTokens() {
        return 0;
    }
}
