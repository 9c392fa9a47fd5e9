package exemplar.study.line;

import java.nio.charset.StandardCharsets;

/// Walks over strict JSON (RFC 8259) in UTF-8 bytes, value by value, without building anything.
/// What is not JSON or not UTF-8 ends the walk with a [Fault].
class JsonScan {
    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 500;

    byte[] b = new byte[0];
    int begin;
    int p;
    int end;

    /// The string walked over last: its bytes between the quotes, whether any is a backslash, and
    /// its length in code points.
    int textStart;

    int textEnd;
    boolean escaped;
    int characters;

    /// Whether any string so far had an escape, one by number, or a character beyond ASCII.
    boolean anyEscape;

    boolean anyNumbered;
    boolean anyWide;

    /// Why the walk ended. Carries no stack trace: a broken file has many.
    static final class Fault extends Exception {
        final BrokenLine.Kind kind;
        final String what;
        final String advice;

        Fault(BrokenLine.Kind kind, String what, String advice) {
            super(what, null, false, false);
            this.kind = kind;
            this.what = what;
            this.advice = advice;
        }
    }

    final Fault json(String what) {
        return new Fault(
                BrokenLine.Kind.JSON,
                "is not valid JSON: " + what + " at column " + (p - begin + 1),
                "correct the line in a text editor");
    }

    private Fault utf8() {
        return new Fault(
                BrokenLine.Kind.ENCODING,
                "is not UTF-8: byte 0x%02X at column %d".formatted(b[p] & 0xff, p - begin + 1),
                "save the file as UTF-8, or import it and choose its encoding");
    }

    final void blanks() {
        while (p < end && (b[p] == ' ' || b[p] == '\t' || b[p] == '\r' || b[p] == '\n')) {
            p++;
        }
    }

    /// The byte here, or 0 at the end of the line.
    final int peek() {
        return p < end ? b[p] : 0;
    }

    final void expect(int c, String what) throws Fault {
        if (peek() != c) {
            throw json(what + " is missing" + (p >= end ? " (the line ends early)" : ""));
        }
        p++;
    }

    final String text() {
        return escaped
                ? Escapes.undo(b, textStart, textEnd)
                : new String(b, textStart, textEnd - textStart, StandardCharsets.UTF_8);
    }

    final void value(int depth) throws Fault {
        switch (peek()) {
            case '"' -> string();
            case '{' -> object(depth);
            case '[' -> array(depth);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    final void word(String word) throws Fault {
        for (int i = 0; i < word.length(); i++) {
            if (p + i >= end || b[p + i] != word.charAt(i)) {
                throw json("unknown word");
            }
        }
        p += word.length();
    }

    private void object(int depth) throws Fault {
        enter(depth);
        blanks();
        if (peek() == '}') {
            p++;
            return;
        }
        while (true) {
            blanks();
            string();
            blanks();
            expect(':', "':'");
            blanks();
            value(depth + 1);
            blanks();
            if (peek() != ',') {
                expect('}', "',' or '}'");
                return;
            }
            p++;
        }
    }

    private void array(int depth) throws Fault {
        enter(depth);
        blanks();
        if (peek() == ']') {
            p++;
            return;
        }
        while (true) {
            blanks();
            value(depth + 1);
            blanks();
            if (peek() != ',') {
                expect(']', "',' or ']'");
                return;
            }
            p++;
        }
    }

    private void enter(int depth) throws Fault {
        if (depth > DEEPEST) {
            throw json("more than " + DEEPEST + " levels of nesting");
        }
        p++;
    }

    private void number() throws Fault {
        int start = p;
        if (peek() == '-') {
            p++;
        }
        if (peek() == '0') {
            p++;
        } else {
            digits(start);
        }
        if (peek() == '.') {
            p++;
            digits(start);
        }
        if (peek() == 'e' || peek() == 'E') {
            p++;
            if (peek() == '+' || peek() == '-') {
                p++;
            }
            if (p < end && digits(start) > 9) {
                throw json("a number out of all bounds");
            }
        }
        if (p - start > LONGEST_NUMBER) {
            throw json("a number of more than " + LONGEST_NUMBER + " digits");
        }
    }

    private int digits(int start) throws Fault {
        int first = p;
        while (p < end && b[p] >= '0' && b[p] <= '9') {
            p++;
        }
        if (p == first) {
            throw json(
                    p >= end
                            ? "the line ends early"
                            : p == start ? "a value is missing" : "a digit is missing");
        }
        return p - first;
    }

    final void string() throws Fault {
        expect('"', "'\"'");
        byte[] b = this.b;
        int end = this.end;
        int i = p;
        textStart = i;
        escaped = false;
        int beyond = 0;
        while (true) {
            i = Eight.pastPlain(b, i, end);
            if (i >= end) {
                p = i;
                throw json("a string has no closing '\"'");
            }
            int c = b[i];
            if (c == '"') {
                break;
            }
            if (c >= 0x20 && c != '\\') {
                i++;
            } else if (c == '\\') {
                escaped = true;
                p = i;
                beyond += escape();
                i = p;
            } else if (c < 0) {
                p = i;
                anyWide = true;
                int more = sequence();
                beyond += more;
                i += more + 1;
            } else {
                p = i;
                throw json("a control character has to be written as an escape");
            }
        }
        textEnd = i;
        characters = i - textStart - beyond;
        p = i + 1;
    }

    /// Steps over an escape; returns its bytes beyond the one character it stands for.
    private int escape() throws Fault {
        int start = p;
        int c = p + 1 < end ? b[p + 1] : 0;
        anyEscape = true;
        if (c == 'u') {
            anyNumbered = true;
            int unit = hex(p + 2);
            p += 6;
            boolean second =
                    unit >= 0xDC00
                            && unit < 0xE000
                            && start - 6 >= textStart
                            && b[start - 6] == '\\'
                            && b[start - 5] == 'u'
                            && (b[start - 4] == 'd' || b[start - 4] == 'D')
                            && "89abAB".indexOf(b[start - 3]) >= 0;
            return second ? 6 : 5;
        }
        if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw json("unknown escape");
        }
        p += 2;
        return 1;
    }

    private int hex(int from) throws Fault {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < end && b[i] > 0 ? Character.digit(b[i], 16) : -1;
            if (digit < 0) {
                throw json("an escape needs four hexadecimal digits");
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /// Checks a UTF-8 sequence of more than one byte; returns how many bytes follow the first.
    private int sequence() throws Fault {
        int first = b[p] & 0xff;
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        if (first < 0xC2 || first > 0xF4 || p + more >= end) {
            throw utf8();
        }
        int code = first & 0x3f >> more;
        for (int i = 1; i <= more; i++) {
            int next = b[p + i];
            if (next >= (byte) 0xC0) {
                throw utf8();
            }
            code = code << 6 | next & 0x3f;
        }
        boolean overlong = more == 2 && code < 0x800 || more == 3 && code < 0x10000;
        if (overlong || code > 0x10FFFF || code >= 0xD800 && code < 0xE000) {
            throw utf8();
        }
        return more;
    }
}
