package exemplar.backend.gateway;

import java.io.IOException;
import java.net.URI;

/// Says whether requests, and a key with them, may go to an address.
@FunctionalInterface
public interface Consent {

    /// @throws IOException with a sentence for a person when that cannot be told
    boolean allows(URI address) throws IOException;
}
