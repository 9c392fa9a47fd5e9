package exemplar.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/// Where a command writes: results to one stream, words for the person to the other. Always UTF-8.
public final class Console {
    static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;
    private final Predicate<String> asked;

    /// @param live whether progress lines may be rewritten in place
    public Console(PrintStream out, PrintStream err, boolean live) {
        this(out, err, live, question -> live && atTerminal(question));
    }

    /// @param asked puts a question to the person; whether it was answered with yes
    Console(PrintStream out, PrintStream err, boolean live, Predicate<String> asked) {
        this.out = out;
        this.err = err;
        this.live = live;
        this.asked = asked;
    }

    /// The streams of this process.
    public static Console ofProcess() {
        return new Console(
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.console() != null && System.console().isTerminal());
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// A line of the result.
    void line(String text) {
        out.print(text);
        out.print('\n');
    }

    /// Exact bytes of a result, with nothing added.
    void exact(String text) {
        out.print(text);
    }

    /// One JSON value on a line of its own.
    void json(Object value) {
        try {
            line(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result that JSON cannot say", e);
        }
    }

    /// One JSON document for people and machines.
    void document(Object value) {
        try {
            line(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result that JSON cannot say", e);
        }
    }

    /// A word to the person.
    void say(String text) {
        clearProgress();
        err.println(text);
    }

    /// Asks the person yes or no; no where nobody is there to ask.
    boolean confirm(String question) {
        flush();
        return asked.test(question);
    }

    private static boolean atTerminal(String question) {
        java.io.Console terminal = System.console();
        if (terminal == null) {
            return false;
        }
        String answer = terminal.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    private int shown;

    /// Progress, rewritten in place on a terminal and left out elsewhere.
    void progress(String text) {
        if (live) {
            clearProgress();
            err.print(text);
            err.flush();
            shown = text.length();
        }
    }

    private void clearProgress() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }

    void flush() {
        clearProgress();
        out.flush();
        err.flush();
    }
}
