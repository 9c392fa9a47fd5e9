package exemplar.backend.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Secret;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.WireFaultsContract;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

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

    @Test
    void aPromptThatIsBlockedIsToldAsWithheld() throws IOException {
        assertThat(
                        canned(
                                200,
                                "text/event-stream",
                                "data: {\"promptFeedback\": {\"blockReason\": \"PROHIBITED_CONTENT\"}}\n\n"))
                .isInstanceOf(Fault.ContentFiltered.class);
    }
}
