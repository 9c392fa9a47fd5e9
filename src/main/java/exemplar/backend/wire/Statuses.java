package exemplar.backend.wire;

import exemplar.backend.Fault;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an HTTP status other than success means, in a sentence: what happened, whose fault, what to
/// do.
final class Statuses {
    private static final Pattern TOO_LONG =
            Pattern.compile(
                    "context.?length|context.?window|maximum context|prompt is too long|too many tokens"
                            + "|exceeds? .{0,40}(context|token)|context size");
    private static final Pattern FILTERED =
            Pattern.compile(
                    "content.?filter|content.?policy|content management policy|safety system");
    private static final Pattern NO_MODEL =
            Pattern.compile(
                    "model.{0,80}(not exist|not found|not available|unknown)|model_not_found|(unknown|no such|invalid) model|not found.{0,20}model");
    private static final Pattern QUOTA =
            Pattern.compile(
                    "insufficient_quota|exceeded your current quota|credit balance|billing");

    /// How Google names what is used up until another day.
    private static final Pattern OF_A_DAY = Pattern.compile("\"quotaId\"\\s*:\\s*\"[^\"]*PerDay");

    private Statuses() {}

    static Fault fault(Call call, int status, HttpHeaders headers, String body) {
        ProviderMessage said = ProviderMessage.in(call.redact(body));
        Optional<Duration> wait = RetryHint.in(body).filter(w -> !OF_A_DAY.matcher(body).find());
        Optional<Duration> hint = RetryHint.in(headers).or(() -> wait);
        Fault fault = plain(call.where(), status, headers, said, hint, wait.isPresent());
        return switch (headers.firstValue("x-should-retry")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)) {
            case "false" -> lasting(fault);
            case "true" -> again(fault, hint);
            default -> fault;
        };
    }

    /// The fault without what the headers say about trying again.
    static Fault plain(
            String where,
            int status,
            HttpHeaders headers,
            ProviderMessage said,
            Optional<Duration> hint,
            boolean passes) {
        String low = said.searched();
        String quoted = said.quoted();
        if (status >= 400 && status < 500 && status != 401 && status != 403 && status != 429) {
            if (TOO_LONG.matcher(low).find()) {
                return new Fault.ContextTooLong(
                        "The prompt does not fit this model"
                                + quoted
                                + " Show fewer demonstrations, or choose a model with a longer context.");
            }
            if (FILTERED.matcher(low).find()) {
                return new Fault.ContentFiltered(
                        where
                                + " refuses this prompt because of its content"
                                + quoted
                                + " The text of the item or of a demonstration has to change.");
            }
        }
        return switch (status) {
            case 401 ->
                    new Fault.Auth(
                            where
                                    + " does not accept the key (401)"
                                    + quoted
                                    + " Check the key of this model.");
            case 402 -> new Fault.Exhausted(where + " asks for payment (402)" + quoted);
            case 403 ->
                    new Fault.Auth(
                            where
                                    + " does not allow this key to do that (403)"
                                    + quoted
                                    + " Check what the key and its account may use.");
            case 404 ->
                    NO_MODEL.matcher(low).find()
                            ? new Fault.ModelMissing(
                                    where
                                            + " has no such model (404)"
                                            + quoted
                                            + " `exemplar models test` lists what it has.")
                            : new Fault.BadRequest(
                                    where
                                            + " knows no such address (404)"
                                            + quoted
                                            + " Check the base URL; it usually ends in /v1.");
            case 407 ->
                    new Fault.Network(
                            "The proxy on the way to "
                                    + where
                                    + " asks for a login (407). Check the proxy's settings.");
            case 408 ->
                    new Fault.Timeout(
                            where
                                    + " gave up waiting for the request (408)"
                                    + quoted
                                    + " Try again.");
            case 409, 425 ->
                    new Fault.Overloaded(
                            where + " cannot take the request now (" + status + ")" + quoted, hint);
            case 413 ->
                    new Fault.BadRequest(
                            where
                                    + " finds the request too large (413)"
                                    + quoted
                                    + " Show fewer demonstrations.");
            case 429 ->
                    // Google calls the limit of a minute a quota as well, and says when it is over.
                    !passes && QUOTA.matcher(low).find()
                            ? new Fault.Exhausted(
                                    "The quota of this account at "
                                            + where
                                            + " is used up (429)"
                                            + quoted
                                            + " Waiting does not help.")
                            : new Fault.RateLimited(
                                    where
                                            + " says: too many requests (429)"
                                            + quoted
                                            + waiting(hint),
                                    hint);
            default -> other(where, status, headers, said, hint);
        };
    }

    private static Fault other(
            String where,
            int status,
            HttpHeaders headers,
            ProviderMessage said,
            Optional<Duration> hint) {
        String quoted = said.quoted();
        if (status >= 300 && status < 400) {
            return new Fault.BadRequest(
                    where
                            + " sends the request elsewhere ("
                            + status
                            + headers.firstValue("location")
                                    .map(l -> " to " + ProviderMessage.oneLine(l))
                                    .orElse("")
                            + "). That is not followed, as it would carry the key along. Correct the base URL.");
        }
        if (status == 501) {
            return new Fault.BadRequest(where + " does not offer this (501)" + quoted);
        }
        if (status >= 500) {
            String what =
                    status == 503 || status == 529
                            ? " is overloaded or starting ("
                            : " has an error of its own (";
            return new Fault.Overloaded(
                    where
                            + what
                            + status
                            + ")"
                            + quoted
                            + (hint.isPresent() ? waiting(hint) : " Try again later."),
                    hint);
        }
        if (status < 200) {
            return new Fault.Malformed(
                    where + " answers with the status " + status + ", which ends no request.");
        }
        return NO_MODEL.matcher(said.searched()).find()
                ? new Fault.ModelMissing(where + " has no such model (" + status + ")" + quoted)
                : new Fault.BadRequest(where + " refuses the request (" + status + ")" + quoted);
    }

    private static String waiting(Optional<Duration> hint) {
        return hint.map(d -> " It asks to wait " + Body.seconds(d) + ".")
                .orElse(" Ask fewer at a time.");
    }

    private static Fault lasting(Fault fault) {
        return switch (fault) {
            case Fault.RateLimited f ->
                    new Fault.Exhausted(f.message() + " It says that trying again will not help.");
            case Fault.Overloaded f ->
                    new Fault.BadRequest(f.message() + " It asks not to be sent this again.");
            case Fault.Timeout f ->
                    new Fault.BadRequest(f.message() + " It asks not to be sent this again.");
            default -> fault;
        };
    }

    private static Fault again(Fault fault, Optional<Duration> hint) {
        return switch (fault) {
            case Fault.RateLimited f -> f;
            case Fault.Timeout f -> f;
            default -> new Fault.Overloaded(fault.message(), hint);
        };
    }
}
