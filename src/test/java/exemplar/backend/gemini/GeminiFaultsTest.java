package exemplar.backend.gemini;

import exemplar.backend.Backend;
import exemplar.backend.Secret;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.WireFaultsContract;
import java.net.URI;

class GeminiFaultsTest extends WireFaultsContract {
    @Override
    protected Backend open(Wire wire, URI base, Secret key) {
        return new GeminiBackend(
                wire, URI.create(base.toString().replaceFirst("v1$", "v1beta")), key);
    }

    @Override
    protected String picture() {
        return """
        "inlineData":{"mimeType":"image/png","data":"QUJD"}\
        """;
    }
}
