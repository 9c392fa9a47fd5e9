package exemplar.backend.openai;

import exemplar.backend.Request;

/// The same faults where a text is continued.
class CompletionFaultsTest extends OpenAiFaultsTest {
    @Override
    protected Request.Input input(String text) {
        return new Request.Completion(text);
    }
}
