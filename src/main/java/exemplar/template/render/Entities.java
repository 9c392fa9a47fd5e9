package exemplar.template.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// HTML character references, resolved as a browser does it: `&eacute;`, `&#233;`, and the old
/// names even without a semicolon.
final class Entities {
    private static final int LONGEST = 32;
    private static final String WINDOWS =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d"
                    + "\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a"
                    + "\u0153\u009d\u017e\u0178";

    /// The names with their semicolons, where they need one.
    private static final class Names {
        static final Map<String, String> ALL = load();

        private static Map<String, String> load() {
            Map<String, String> names = new HashMap<>();
            InputStream found =
                    Entities.class.getResourceAsStream("/exemplar/template/entities.txt");
            if (found == null) {
                throw new IllegalStateException("entities.txt is missing from this build");
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(found, StandardCharsets.US_ASCII))) {
                lines.lines().map(line -> line.split(" ")).forEach(parts -> put(parts, names));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return names;
        }

        private static void put(String[] parts, Map<String, String> names) {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i < parts.length; i++) {
                text.appendCodePoint(Integer.parseInt(parts[i], 16));
            }
            names.put(parts[0], text.toString());
        }
    }

    private Entities() {}

    static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '&' ? reference(text, at + 1, out) : -1;
            if (end < 0) {
                out.append(text.charAt(at));
            }
            at = Math.max(at + 1, end);
        }
        return out.toString();
    }

    /// Writes what a reference means; the offset behind it, or -1 when there is none.
    private static int reference(String text, int from, StringBuilder out) {
        return text.startsWith("#", from) ? number(text, from + 1, out) : name(text, from, out);
    }

    private static int number(String text, int from, StringBuilder out) {
        boolean hex = from < text.length() && (text.charAt(from) | 32) == 'x';
        int radix = hex ? 16 : 10;
        int start = hex ? from + 1 : from;
        int at = start;
        long code = 0;
        while (at < text.length()
                && text.charAt(at) < 128
                && Character.digit(text.charAt(at), radix) >= 0) {
            code = Math.min(code * radix + Character.digit(text.charAt(at), radix), 1L << 40);
            at++;
        }
        if (at == start) {
            return -1;
        }
        out.append(meant(code));
        return text.startsWith(";", at) ? at + 1 : at;
    }

    private static String meant(long code) {
        if (code >= 0x80 && code <= 0x9F) {
            return String.valueOf(WINDOWS.charAt((int) code - 0x80));
        }
        if (code == 0 || code >= 0xD800 && code <= 0xDFFF || code > Character.MAX_CODE_POINT) {
            return "\uFFFD";
        }
        boolean control = code < 0x20 && "\t\n\f\r".indexOf((char) code) < 0;
        boolean none = control || code == 0x7F || (code & 0xFFFE) == 0xFFFE;
        boolean reserved = code >= 0xFDD0 && code <= 0xFDEF;
        return none || reserved ? "" : Character.toString((int) code);
    }

    private static int name(String text, int from, StringBuilder out) {
        int end = from;
        while (end < text.length()
                && end - from < LONGEST
                && "\t\n\f <&#;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end > from && text.startsWith(";", end)) {
            String full = Names.ALL.getOrDefault(text.substring(from, end + 1), "");
            if (!full.isEmpty()) {
                out.append(full);
                return end + 1;
            }
        }
        for (int cut = end; cut > from + 1; cut--) {
            String known = Names.ALL.getOrDefault(text.substring(from, cut), "");
            if (!known.isEmpty()) {
                out.append(known);
                return cut;
            }
        }
        return -1;
    }
}
