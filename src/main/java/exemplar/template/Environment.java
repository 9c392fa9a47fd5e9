package exemplar.template;

import exemplar.template.render.Filters;
import exemplar.template.render.Settings;
import exemplar.template.render.Settings.Limits;
import exemplar.template.render.Settings.Missing;
import exemplar.template.render.Tests;
import exemplar.template.syntax.Syntax;
import java.time.Clock;

/// How templates are read and rendered. Start from one of the constants and change what differs.
///
/// @param trimBlocks drop the first newline after a block tag
/// @param lstripBlocks drop blanks before a block tag at the start of a line
/// @param keepTrailingNewline keep the newline at the end of the source
/// @param missing what the use of a name that does not exist does
/// @param plainJson `tojson` as in chat templates instead of HTML-safe
/// @param clock what `strftime_now` reads
/// @param seed of the filter `random`
/// @param limits what one render may use
public record Environment(
        boolean trimBlocks,
        boolean lstripBlocks,
        boolean keepTrailingNewline,
        Missing missing,
        boolean plainJson,
        Clock clock,
        long seed,
        Limits limits) {

    /// Python's `Environment()`.
    public static final Environment PYTHON =
            new Environment(
                    false,
                    false,
                    false,
                    Missing.LENIENT,
                    false,
                    Clock.systemDefaultZone(),
                    0,
                    Limits.DEFAULT);

    /// For the templates of a study: what does not exist is a problem, not an empty text.
    public static final Environment STUDY = PYTHON.withMissing(Missing.PROBLEM).withPlainJson(true);

    /// For the chat templates inside model files, as the transformers library renders them.
    public static final Environment CHAT = PYTHON.withBlocks(true, true).withPlainJson(true);

    public Environment withBlocks(boolean trim, boolean lstrip) {
        return new Environment(
                trim, lstrip, keepTrailingNewline, missing, plainJson, clock, seed, limits);
    }

    public Environment withTrailingNewline(boolean keep) {
        return new Environment(
                trimBlocks, lstripBlocks, keep, missing, plainJson, clock, seed, limits);
    }

    public Environment withMissing(Missing behaviour) {
        return new Environment(
                trimBlocks,
                lstripBlocks,
                keepTrailingNewline,
                behaviour,
                plainJson,
                clock,
                seed,
                limits);
    }

    public Environment withPlainJson(boolean plain) {
        return new Environment(
                trimBlocks, lstripBlocks, keepTrailingNewline, missing, plain, clock, seed, limits);
    }

    public Environment withClock(Clock other) {
        return new Environment(
                trimBlocks,
                lstripBlocks,
                keepTrailingNewline,
                missing,
                plainJson,
                other,
                seed,
                limits);
    }

    public Environment withSeed(long other) {
        return new Environment(
                trimBlocks,
                lstripBlocks,
                keepTrailingNewline,
                missing,
                plainJson,
                clock,
                other,
                limits);
    }

    public Environment withLimits(Limits other) {
        return new Environment(
                trimBlocks,
                lstripBlocks,
                keepTrailingNewline,
                missing,
                plainJson,
                clock,
                seed,
                other);
    }

    Syntax syntax() {
        return new Syntax(
                trimBlocks, lstripBlocks, keepTrailingNewline, Filters.names(), Tests.names());
    }

    Settings settings() {
        return new Settings(missing, plainJson, clock, seed, limits);
    }
}
