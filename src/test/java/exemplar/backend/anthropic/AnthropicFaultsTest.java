package exemplar.backend.anthropic;

import exemplar.backend.Backend;
import exemplar.backend.Secret;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.WireFaultsContract;
import java.net.URI;

class AnthropicFaultsTest extends WireFaultsContract {
    @Override
    protected Backend open(Wire wire, URI base, Secret key) {
        return new AnthropicBackend(wire, base, key);
    }

    @Override
    protected String picture() {
        return """
        "source":{"type":"base64","media_type":"image/png","data":"QUJD"}\
        """;
    }
}
