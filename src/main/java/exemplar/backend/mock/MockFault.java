package exemplar.backend.mock;

import java.util.Locale;
import java.util.Optional;

/// What the mock server can do wrong on request.
public enum MockFault {
    NONE,
    /// 401 that repeats the key it was given, as careless servers do.
    UNAUTHORIZED,
    FORBIDDEN,
    NO_MODEL,
    REQUEST_TIMEOUT,
    TOO_LARGE,
    UNPROCESSABLE,
    /// 429 with `Retry-After`, where a wait is set.
    TOO_MANY,
    /// 429 because the quota is used up.
    QUOTA,
    ERROR,
    BUSY,
    REDIRECT,
    HTML,
    EMPTY,
    NOT_JSON,
    /// JSON whose members have other types than the protocol's.
    WRONG_TYPES,
    /// The connection breaks in the middle of the answer, be it a stream or one piece.
    CUT,
    /// The answer ends properly in its middle, be it a stream or one piece.
    SHORT,
    /// The connection breaks in the middle of a character, be it in a stream or in one piece.
    HALF_CHARACTER,
    /// A byte in the middle of the answer that no UTF-8 text has.
    BAD_BYTE,
    /// Each character beyond ASCII arrives in two packets, which is no fault of the protocol.
    SPLIT_CHARACTERS,
    /// An error event in a stream that began well, or an error in place of an answer in one piece,
    /// told with a status of success; repeats the key.
    ERROR_MIDWAY,
    /// Never sends a byte.
    SILENT,
    /// Sends headers and nothing else.
    SILENT_BODY,
    /// Goes silent in the middle of the answer, be it a stream or one piece.
    HANG,
    /// Every event comes twice, with the same id.
    DUPLICATES,
    /// Leaves the connection open after the end of the answer.
    LINGER,
    NO_USAGE,
    /// Thinks aloud before it answers, which is no fault of the protocol.
    THINKING,
    /// Gives one answer where several are asked for, as some servers do.
    ONE_ANSWER,
    CONTENT_FILTER,
    CONTEXT_TOO_LONG;

    /// As options and headers write it: `too-many`.
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The fault of that name, in any case, with hyphens or underscores.
    public static Optional<MockFault> named(String name) {
        for (MockFault fault : values()) {
            if (fault.written().equals(name.strip().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
