package exemplar.study.folder;

import exemplar.study.Examples;
import exemplar.study.Finding;
import java.util.List;
import java.util.Optional;

/// A file of examples as it was read.
///
/// @param bom whether it begins with a byte order mark
/// @param crlf whether its lines end with CR LF
/// @param unended whether its last line has no line end
/// @param incomplete why it must not be written back: something in it was not kept
record Loaded(
        Examples examples,
        List<Stray> strays,
        boolean bom,
        boolean crlf,
        boolean unended,
        Fingerprint print,
        List<Finding> findings,
        Optional<String> incomplete) {

    /// No file.
    static final Loaded NOTHING =
            new Loaded(
                    Examples.NONE,
                    List.of(),
                    false,
                    false,
                    false,
                    Fingerprint.ABSENT,
                    List.of(),
                    Optional.empty());
}
