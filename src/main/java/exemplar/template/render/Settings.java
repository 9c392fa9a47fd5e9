package exemplar.template.render;

import java.time.Clock;

/// How a template is run.
///
/// @param missing what a name that does not exist does
/// @param plainJson `tojson` as chat templates have it, instead of Jinja2's HTML-safe form
/// @param clock what `strftime_now` reads
/// @param seed for `random`
/// @param limits what a render may use
public record Settings(Missing missing, boolean plainJson, Clock clock, long seed, Limits limits) {

    /// What the use of a name or member that does not exist does.
    public enum Missing {
        /// It is reported as a problem and renders as nothing.
        PROBLEM,
        /// Python's default: it prints as nothing, is false and empty; reaching into it is an
        /// error.
        LENIENT,
        /// Every use but `is defined` and `default` is an error.
        STRICT
    }

    /// The bounds of one render.
    ///
    /// @param steps nodes evaluated
    /// @param characters characters and list items made in all
    /// @param longestText characters of one text, the output included
    /// @param millis wall-clock time
    public record Limits(long steps, long characters, int longestText, long millis) {
        public static final Limits DEFAULT =
                new Limits(10_000_000, 200_000_000, 10_000_000, 10_000);
    }
}
