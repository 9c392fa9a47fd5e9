package exemplar.study.replace;

/// A pattern that would have taken too long. The message is one sentence that says what to do.
public final class OutOfPatience extends Exception {
    OutOfPatience(String message) {
        super(message);
    }
}
