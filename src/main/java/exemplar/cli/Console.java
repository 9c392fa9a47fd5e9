package exemplar.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/// Where a command writes: results to one stream, words for the person to the other. Always UTF-8.
public final class Console {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final int HELD = 1 << 16;

    /// Characters of a line that every terminal shows without a break.
    private static final int LINE = 79;

    private final Outlet outlet;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;
    private final Predicate<String> asked;

    /// @param live whether progress lines may be rewritten in place
    public Console(OutputStream out, PrintStream err, boolean live) {
        this(out, err, live, question -> live && atTerminal(question));
    }

    /// @param asked puts a question to the person; whether it was answered with yes
    Console(OutputStream out, PrintStream err, boolean live, Predicate<String> asked) {
        this.outlet = new Outlet(out);
        this.out =
                new PrintStream(
                        new BufferedOutputStream(outlet, HELD), false, StandardCharsets.UTF_8);
        this.err = err;
        this.live = live;
        this.asked = asked;
    }

    /// The streams of this process.
    public static Console ofProcess() {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                // The launcher knows whether standard error alone is a terminal.
                Boolean.getBoolean("exemplar.terminal") || terminal().isPresent());
    }

    private static Optional<java.io.Console> terminal() {
        return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// A line of the result.
    ///
    /// @throws OutputGone when what was written before did not arrive
    void line(String text) {
        out.print(text);
        out.print('\n');
        outlet.check();
    }

    /// Exact bytes of a result, with nothing added.
    void exact(String text) {
        out.print(text);
        outlet.check();
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

    /// A word to the person, behind the results so far. What data brings along to steer a terminal
    /// is shown and does nothing.
    void say(String text) {
        clearProgress();
        out.flush();
        err.println(tame(text));
    }

    /// The text with a picture in place of each control character but tabs and line ends.
    static String tame(String text) {
        StringBuilder tame = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            tame.append(
                    c == '\t' || c == '\n' || !Character.isISOControl(c)
                            ? c
                            : c < ' ' ? (char) (0x2400 + c) : c == 0x7f ? '\u2421' : '\ufffd');
        }
        return tame.toString();
    }

    /// Asks the person yes or no; no where nobody is there to ask.
    boolean confirm(String question) {
        flush();
        return asked.test(question);
    }

    private static boolean atTerminal(String question) {
        Optional<java.io.Console> terminal = terminal();
        if (terminal.isEmpty()) {
            return false;
        }
        String answer = terminal.get().readLine("%s [y/N] ", question);
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    private int shown;

    /// Whether progress is shown at all.
    boolean live() {
        return live;
    }

    /// Progress, rewritten in place on a terminal and left out elsewhere.
    void progress(String text) {
        if (live) {
            clearProgress();
            // A line that wraps could not be taken back.
            String line = text.length() > LINE ? text.substring(0, LINE - 1) + "…" : text;
            err.print(line);
            err.flush();
            shown = line.length();
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

    /// Writes what is still held.
    ///
    /// @throws OutputGone when not all results arrived
    void finish() {
        flush();
        outlet.check();
    }
}
