package exemplar.backend.llama;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Message;
import exemplar.model.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatFormatTest {
    private static final List<Message> MESSAGES =
            List.of(new Message(Role.USER, "Hi {{ x }}"), new Message(Role.ASSISTANT, "Yes"));

    private static String said(String... specials) throws EngineFault {
        return ChatFormat.of(ChatFormat.usual(Set.of(specials)), "<s>", "</s>")
                .render(MESSAGES)
                .text();
    }

    @Test
    void aFileWithoutATemplateSpeaksTheFormItsVocabularyKnows() throws EngineFault {
        assertThat(said("<|im_start|>"))
                .isEqualTo(
                        "<|im_start|>user\nHi {{ x }}<|im_end|>\n<|im_start|>assistant\nYes<|im_end|>\n<|im_start|>assistant\n");
        assertThat(said("<start_of_turn>"))
                .isEqualTo(
                        "<s><start_of_turn>user\nHi {{ x }}<end_of_turn>\n<start_of_turn>model\nYes<end_of_turn>\n<start_of_turn>model\n");
        assertThat(said("<|start_header_id|>")).contains("<|end_header_id|>\n\nYes<|eot_id|>");
        assertThat(said()).isEqualTo("<s>User: Hi {{ x }}\n\nAssistant: Yes\n\nAssistant:");
    }
}
