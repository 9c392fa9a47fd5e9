package exemplar.backend.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Backend;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.Secret;
import exemplar.backend.module.ModuleWireContract;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.Witness;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeminiWireTest extends ModuleWireContract {
    private static final String SAID =
            """
            {"contents":[{"parts":[{"text":"Is it? "},
             {"inlineData":{"mimeType":"image/png","data":"QUJD"}},{"text":"Yes."}],"role":"user"},
             {"parts":[{"text":"No "}],"role":"model"},
             {"parts":[{"text":"And  \\n"}],"role":"user"}],
             "systemInstruction":{"parts":[{"text":" Say “so”.\\n"}],"role":"model"},
             "generationConfig":{
            """;

    private static String config(String seed) {
        return """
        "stopSequences":["\\nEnd","STOP"],"responseMimeType":"text/plain","candidateCount":1,
        "maxOutputTokens":64,"temperature":0.7,"topK":40,%s"topP":0.9}}\
        """
                .formatted(seed);
    }

    @Override
    protected Backend open(Wire wire, URI base, Secret key) {
        return new GeminiBackend(wire, base, key);
    }

    @Override
    protected String base() {
        return "/v1beta/";
    }

    @Override
    protected String line() {
        return "POST /v1beta/models/m-1:streamGenerateContent?alt=sse";
    }

    @Override
    protected String keyHeader() {
        return "x-goog-api-key";
    }

    @Override
    protected String withAll() {
        return SAID + config("");
    }

    @Override
    protected String withNothing() {
        return SAID + "\"responseMimeType\":\"text/plain\",\"candidateCount\":1}}";
    }

    @Override
    protected String answer() {
        return """
        {"candidates":[{"content":{"parts":[{"text":"hm","thought":true}],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":9,"totalTokenCount":9}}
        {"candidates":[{"content":{"parts":[{"text":" jo"}],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":1,"thoughtsTokenCount":3}}
        {"candidates":[{"content":{"parts":[{"text":"y"}],"role":"model"},"finishReason":"MAX_TOKENS","index":0}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":2,"thoughtsTokenCount":3,"totalTokenCount":14}}
        """;
    }

    @Test
    void aSeedIsSentAndOneThatDoesNotFitIsRefused() {
        refused(CHAT, ALL.withSeed(Optional.of(1L << 40)), "seeds beyond 32 bits");
        server.streaming(answer());
        assertThat(ask(CHAT, ALL.withSeed(Optional.of(-7L)), piece -> {}))
                .isInstanceOf(Outcome.Answered.class);
        assertThat(compact(server.last().body())).isEqualTo(compact(SAID + config("\"seed\":-7,")));
    }

    @Test
    void aNameThatIsAPathAlreadyIsNotDoubled() {
        server.streaming(answer());
        try (Backend backend =
                open(new Wire(Patience.DEFAULT, Witness.NONE), server.at(base()), Secret.of(KEY))) {
            backend.ask(new Request("models/m-1", CHAT, Sampling.UNSET), piece -> {});
        }
        assertThat(server.last().line()).isEqualTo(line());
    }

    @Test
    void modelsAreListedFromTheServerWithoutTheirPath() {
        lists(
                "{\"models\":[{\"name\":\"models/b-2\"},{\"name\":\"models/a\"}]}",
                "GET /v1beta/models?pageSize=1000",
                List.of("b-2", "a"));
    }
}
