package exemplar.backend;

import exemplar.model.Message;
import java.util.List;

/// One question to one model.
///
/// @param model the model's id on its backend
/// @param input what is asked
/// @param sampling how the answer is drawn
public record Request(String model, Input input, Sampling sampling) {

    /// Text to continue, or messages to reply to.
    public sealed interface Input {}

    /// The model continues this text.
    public record Completion(String text) implements Input {}

    /// The model replies to these messages.
    public record Chat(List<Message> messages) implements Input {
        public Chat {
            messages = List.copyOf(messages);
        }
    }
}
