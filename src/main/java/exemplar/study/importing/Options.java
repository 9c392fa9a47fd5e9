package exemplar.study.importing;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the person says about a file; what is empty is found out.
///
/// @param format what it is
/// @param encoding how its bytes are letters
/// @param separator between cells
/// @param quote around cells; `\0` when no character quotes
/// @param header whether its first row names the columns
/// @param mapping which column becomes what
/// @param rows the member of a JSON object that holds the records
/// @param goldNames what stands in the file to what it is called in the study, such as `0` to
///   `anger`
/// @param rest what happens to columns that become nothing else
/// @param idPrefix before the numbers of examples that bring no id
public record Options(
        Optional<Format> format,
        Optional<Charset> encoding,
        Optional<Character> separator,
        Optional<Character> quote,
        Optional<Boolean> header,
        Optional<Mapping> mapping,
        Optional<String> rows,
        Map<String, String> goldNames,
        Rest rest,
        String idPrefix) {

    /// What happens to columns that become nothing else.
    public enum Rest {
        /// Kept with the example, outside of its fields.
        KEEP,
        /// Further fields, which templates can show.
        FIELDS,
        /// Left in the file.
        LEAVE
    }

    /// Everything is found out; other columns are kept.
    public static final Options FIND_OUT =
            new Options(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Rest.KEEP,
                    "d-");

    public Options {
        goldNames = Collections.unmodifiableMap(new LinkedHashMap<>(goldNames));
    }

    public Options withFormat(Optional<Format> format) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withEncoding(Optional<Charset> encoding) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withSeparator(Optional<Character> separator) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withQuote(Optional<Character> quote) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withHeader(Optional<Boolean> header) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withMapping(Optional<Mapping> mapping) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withRows(Optional<String> rows) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withGoldNames(Map<String, String> goldNames) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withRest(Rest rest) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }

    public Options withIdPrefix(String idPrefix) {
        return new Options(
                format, encoding, separator, quote, header, mapping, rows, goldNames, rest,
                idPrefix);
    }
}
