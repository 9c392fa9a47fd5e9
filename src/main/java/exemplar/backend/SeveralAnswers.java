package exemplar.backend;

import java.util.List;
import java.util.OptionalInt;

/// A backend that gives several answers to one request, so that its prompt is paid for once.
/// Blocking and interruptible as [Answerer] is.
public interface SeveralAnswers {

    /// Most answers of one request.
    int mostAnswers();

    /// Asks once for several answers, each drawn by itself.
    ///
    /// @param answers from 2 to [#mostAnswers()]
    Drawn several(Request request, int answers);

    /// Answers, or why there are none.
    sealed interface Drawn {}

    /// @param replies may be fewer than were asked for, never more. None knows its tokens, as they
    ///   are counted for all together; each has the whole exchange
    /// @param promptTokens of the one prompt
    /// @param answerTokens of all answers
    record Told(List<Reply> replies, OptionalInt promptTokens, OptionalInt answerTokens)
            implements Drawn {
        public Told {
            replies = List.copyOf(replies);
        }
    }

    record NotTold(Fault fault) implements Drawn {}
}
