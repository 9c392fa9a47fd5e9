package exemplar.backend.module;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import exemplar.backend.Answerer;
import java.util.Optional;

/// Hears a module out: passes text on and keeps what it says at the end.
final class Hearing implements StreamingChatResponseHandler {
    private final Answerer.Sink sink;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private Optional<ChatResponse> response = Optional.empty();
    private Optional<Throwable> error = Optional.empty();
    private long firstText;

    Hearing(Answerer.Sink sink) {
        this.sink = sink;
    }

    @Override
    public void onPartialResponse(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (text.isEmpty()) {
            firstText = System.nanoTime();
        }
        text.append(piece);
        sink.text(piece);
    }

    @Override
    public void onPartialThinking(PartialThinking piece) {
        reasoning.append(piece.text());
        sink.thought(piece.text());
    }

    @Override
    public void onCompleteResponse(ChatResponse whole) {
        response = Optional.of(whole);
    }

    @Override
    public void onError(Throwable thrown) {
        if (error.isEmpty()) {
            error = Optional.of(thrown);
        }
    }

    String text() {
        return text.toString();
    }

    String reasoning() {
        return reasoning.toString();
    }

    Optional<ChatResponse> response() {
        return response;
    }

    Optional<Throwable> error() {
        return error;
    }

    /// [System#nanoTime()] of the first text; 0 before it.
    long firstText() {
        return firstText;
    }
}
