package exemplar.backend.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Backend;
import exemplar.backend.Outcome;
import exemplar.backend.Sampling;
import exemplar.backend.Secret;
import exemplar.backend.module.ModuleWireContract;
import exemplar.backend.wire.Wire;
import exemplar.model.Message;
import exemplar.model.Role;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnthropicWireTest extends ModuleWireContract {
    private static final String SAID =
            """
            {"model":"m-1","messages":[{"role":"user","content":[{"type":"text","text":"Is it? "},
             {"type":"image","source":{"type":"base64","media_type":"image/png","data":"QUJD"}},
             {"type":"text","text":"Yes."}]},
             {"role":"assistant","content":[{"type":"text","text":"No "}]},
             {"role":"user","content":[{"type":"text","text":"And  \\n"}]}],
             "system":[{"type":"text","text":" Say “so”.\\n"}],
            """;

    @Override
    protected Backend open(Wire wire, URI base, Secret key) {
        return new AnthropicBackend(wire, base, key);
    }

    @Override
    protected String base() {
        return "/v1/";
    }

    @Override
    protected String line() {
        return "POST /v1/messages";
    }

    @Override
    protected String keyHeader() {
        return "x-api-key";
    }

    @Override
    protected String withAll() {
        return SAID
                + """
                "max_tokens":64,"stop_sequences":["\\nEnd","STOP"],"stream":true,
                "temperature":0.7,"top_p":0.9,"top_k":40}\
                """;
    }

    @Override
    protected String withNothing() {
        return SAID + "\"max_tokens\":4096,\"stream\":true}";
    }

    @Override
    protected String answer() {
        return """
        message_start| {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"m-1","content":[],"stop_reason":null,"usage":{"input_tokens":9,"output_tokens":1}}}
        content_block_start| {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}
        ping| {"type":"ping"}
        content_block_delta| {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}
        content_block_delta| {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"bW9j"}}
        content_block_stop| {"type":"content_block_stop","index":0}
        content_block_start| {"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}
        content_block_delta| {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":" jo"}}
        content_block_delta| {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"y"}}
        content_block_stop| {"type":"content_block_stop","index":1}
        message_delta| {"type":"message_delta","delta":{"stop_reason":"max_tokens","stop_sequence":null},"usage":{"output_tokens":5}}
        message_stop| {"type":"message_stop"}
        """;
    }

    @Test
    void aBegunAnswerIsSentAsTheLastMessage() {
        server.streaming(answer());
        assertThat(
                        ask(
                                chat(
                                        new Message(Role.USER, "a"),
                                        new Message(Role.ASSISTANT, "{\"label\": \"")),
                                Sampling.greedy(1),
                                piece -> {}))
                .isInstanceOf(Outcome.Answered.class);
        assertThat(compact(server.last().body()))
                .isEqualTo(
                        compact(
                                """
                                {"model":"m-1","messages":[
                                 {"role":"user","content":[{"type":"text","text":"a"}]},
                                 {"role":"assistant","content":[{"type":"text","text":"{\\"label\\": \\""}]}],
                                 "max_tokens":1,"stream":true,"temperature":0.0}\
                                """));
        assertThat(server.last().header("anthropic-version")).hasValue("2023-06-01");
    }

    @Test
    void seedsAndStopTextsWithoutALetterAreRefusedBeforeAnythingIsSent() {
        refused(CHAT, ALL.withSeed(Optional.of(1L)), "seeds");
        refused(CHAT, ALL.withStop(List.of("STOP", "\n\n")), "stop texts of blanks");
        refused(chat(new Message(Role.USER, " \n")), Sampling.UNSET, "empty messages");
    }

    @Test
    void modelsAreListedFromTheServer() {
        lists(
                "{\"data\":[{\"type\":\"model\",\"id\":\"b-2\"},{\"id\":\"a\"}],\"has_more\":false}",
                "GET /v1/models?limit=1000",
                List.of("b-2", "a"));
        assertThat(server.last().header("anthropic-version")).hasValue("2023-06-01");
    }
}
