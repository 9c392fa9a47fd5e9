package exemplar.backend;

import exemplar.backend.Reply.Exchange;
import exemplar.model.Message;
import exemplar.model.Picture;
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

    /// An exchange of this request with each image named by its type and SHA-256 instead of written
    /// out: what is kept of a thousand answers to the same images would be mostly them.
    public Exchange told(Exchange exchange) {
        if (!(input instanceof Chat(List<Message> messages))) {
            return exchange;
        }
        String request = exchange.request();
        for (Message message : messages) {
            for (Picture picture : message.pictures()) {
                request = request.replace(picture.base64(), "sha256:" + picture.sha256());
            }
        }
        return new Exchange(request, exchange.reply());
    }
}
