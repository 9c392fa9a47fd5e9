package exemplar.backend.openai;

import exemplar.backend.Backend;
import exemplar.backend.Secret;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.WireFaultsContract;
import java.net.URI;
import java.util.Optional;

class OpenAiFaultsTest extends WireFaultsContract {
    @Override
    protected Backend open(Wire wire, URI base, Secret key) {
        return new OpenAiBackend(wire, base, Optional.of(key), Dialect.COMMON);
    }

    @Override
    protected String picture() {
        return """
        {"type":"image_url","image_url":{"url":"data:image/png;base64,QUJD"}}\
        """;
    }
}
