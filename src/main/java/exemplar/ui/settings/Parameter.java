package exemplar.ui.settings;

import exemplar.backend.Sampling;
import exemplar.backend.gateway.Registration;
import exemplar.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A parameter or limit of a model as a person types it. Empty leaves it to the model or its
/// server.
enum Parameter {
    TEMPERATURE(
            true,
            r -> number(r.defaults().temperature()),
            (typed, r) ->
                    r.withDefaults(with(r.defaults(), decimal(typed, 0, 10), r.defaults().topP()))),
    TOP_P(
            true,
            r -> number(r.defaults().topP()),
            (typed, r) -> {
                OptionalDouble p = decimal(typed, 0, 1);
                if (p.isPresent() && p.getAsDouble() == 0) {
                    throw new IllegalArgumentException(Texts.of("settings.wrong.share"));
                }
                return r.withDefaults(with(r.defaults(), r.defaults().temperature(), p));
            }),
    TOP_K(
            true,
            r -> whole(r.defaults().topK()),
            (typed, r) ->
                    r.withDefaults(with(r.defaults(), whole(typed, 1), r.defaults().maxTokens()))),
    MAX_TOKENS(
            true,
            r -> whole(r.defaults().maxTokens()),
            (typed, r) -> r.withDefaults(with(r.defaults(), r.defaults().topK(), whole(typed, 1)))),
    SEED(
            true,
            r ->
                    r.defaults().seed().isPresent()
                            ? Long.toString(r.defaults().seed().getAsLong())
                            : "",
            (typed, r) ->
                    r.withDefaults(
                            r.defaults()
                                    .withSeed(
                                            typed.isEmpty()
                                                    ? Optional.empty()
                                                    : Optional.of(longOf(typed))))),
    STOP(
            true,
            r -> StopWords.write(r.defaults().stop()),
            (typed, r) -> r.withDefaults(r.defaults().withStop(StopWords.read(typed)))),
    REQUESTS(
            false,
            r -> limit(r.limits().requestsPerMinute()),
            (typed, r) ->
                    r.withLimits(
                            new Registration.Limits(
                                    whole(typed, 1).orElse(0),
                                    r.limits().tokensPerMinute(),
                                    r.limits().connections()))),
    TOKENS(
            false,
            r -> limit(r.limits().tokensPerMinute()),
            (typed, r) ->
                    r.withLimits(
                            new Registration.Limits(
                                    r.limits().requestsPerMinute(),
                                    whole(typed, 1).orElse(0),
                                    r.limits().connections()))),
    CONNECTIONS(
            false,
            r -> limit(r.limits().connections()),
            (typed, r) ->
                    r.withLimits(
                            new Registration.Limits(
                                    r.limits().requestsPerMinute(),
                                    r.limits().tokensPerMinute(),
                                    whole(typed, 1).orElse(0))));

    private final boolean ofAnswers;
    private final Function<Registration, String> reading;
    private final BiFunction<String, Registration, Registration> setting;

    Parameter(
            boolean ofAnswers,
            Function<Registration, String> reading,
            BiFunction<String, Registration, Registration> setting) {
        this.ofAnswers = ofAnswers;
        this.reading = reading;
        this.setting = setting;
    }

    /// Whether it says how answers are drawn; otherwise it is a limit of the server.
    boolean ofAnswers() {
        return ofAnswers;
    }

    /// Key of its name on the screen.
    String key() {
        return "settings.parameter." + name().toLowerCase(Locale.ROOT);
    }

    /// As it stands; empty where it is left open.
    String read(Registration registration) {
        return reading.apply(registration);
    }

    /// The registration with what was typed.
    ///
    /// @throws IllegalArgumentException with a sentence for a person
    Registration set(String typed, Registration registration) {
        return setting.apply(typed.strip(), registration);
    }

    private static Sampling with(Sampling s, OptionalDouble temperature, OptionalDouble topP) {
        return new Sampling(temperature, topP, s.topK(), s.maxTokens(), s.seed(), s.stop());
    }

    private static Sampling with(Sampling s, OptionalInt topK, OptionalInt maxTokens) {
        return new Sampling(s.temperature(), s.topP(), topK, maxTokens, s.seed(), s.stop());
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double v = value.getAsDouble();
        return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
    }

    private static String whole(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    private static String limit(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }

    private static OptionalDouble decimal(String typed, double least, double most) {
        if (typed.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(typed.replace(',', '.'));
            if (value >= least && value <= most) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(Texts.of("settings.wrong.decimal", least, most));
    }

    private static OptionalInt whole(String typed, int least) {
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int value = Integer.parseInt(typed);
            if (value >= least) {
                return OptionalInt.of(value);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(Texts.of("settings.wrong.whole", least));
    }

    private static long longOf(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Texts.of("settings.wrong.seed"));
        }
    }

    /// Texts at which an answer ends, in one line: commas between them, `\n` for a line end, `\s`
    /// for a blank at an end, `\,` for a comma.
    private static final class StopWords {
        static String write(List<String> stop) {
            List<String> written = new ArrayList<>();
            for (String s : stop) {
                String escaped =
                        s.replace("\\", "\\\\")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t")
                                .replace(",", "\\,");
                if (escaped.startsWith(" ")) {
                    escaped = "\\s" + escaped.substring(1);
                }
                if (escaped.endsWith(" ")) {
                    escaped = escaped.substring(0, escaped.length() - 1) + "\\s";
                }
                written.add(escaped);
            }
            return String.join(", ", written);
        }

        static List<String> read(String typed) {
            List<String> stop = new ArrayList<>();
            for (String part : typed.split("(?<!\\\\),")) {
                StringBuilder text = new StringBuilder();
                String raw = part.strip();
                for (int i = 0; i < raw.length(); i++) {
                    char c = raw.charAt(i);
                    if (c == '\\' && i + 1 < raw.length()) {
                        char next = raw.charAt(++i);
                        text.append(
                                switch (next) {
                                    case 'n' -> '\n';
                                    case 't' -> '\t';
                                    case 's' -> ' ';
                                    default -> next;
                                });
                    } else {
                        text.append(c);
                    }
                }
                if (!text.isEmpty()) {
                    stop.add(text.toString());
                }
            }
            return stop;
        }
    }
}
