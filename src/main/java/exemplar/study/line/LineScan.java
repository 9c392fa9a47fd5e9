package exemplar.study.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks lines and reads from them what a [Line] keeps beside its bytes. For one thread.
public final class LineScan extends JsonScan {
    private final Words words;

    private int members;
    private int idStart;
    private int idEnd;
    private int idHash;
    private int total;
    private int fieldsStart;
    private int fieldsEnd;
    private int flags;
    private @Nullable String gold;
    private @Nullable String language;
    private @Nullable List<String> tags;

    /// A scan that keeps common words in the given place.
    public LineScan(Words words) {
        this.words = words;
    }

    /// Reads the line in `bytes[from, to)`, without its newline. The line keeps the array, which
    /// must not change any more.
    public Scanned scan(byte[] bytes, int from, int to) {
        int first = from;
        while (first < to && bytes[first] <= ' ' && bytes[first] >= 0) {
            first++;
        }
        if (first == to) {
            return new Scanned.Blank();
        }
        b = bytes;
        begin = p = from;
        end = to;
        try {
            return line();
        } catch (Fault fault) {
            return new BrokenLine(fault.kind, fault.what, fault.advice);
        }
    }

    private Line line() throws Fault {
        members = 0;
        idStart = idEnd = -1;
        total = fieldsStart = fieldsEnd = 0;
        flags = Line.ENABLED;
        anyEscape = anyNumbered = anyWide = false;
        gold = "";
        language = "";
        tags = List.of();
        blanks();
        expect('{', "'{'");
        blanks();
        if (peek() == '}') {
            p++;
        } else {
            do {
                blanks();
                member();
                blanks();
            } while (peek() == ',' && ++p > 0);
            expect('}', "',' or '}'");
        }
        blanks();
        if (p < end) {
            throw json("something follows the object");
        }
        if (idStart < 0) {
            throw type("has no \"id\"", "give it an id that no other line has");
        }
        if (idStart == idEnd) {
            throw type("has an empty \"id\"", "give it an id that no other line has");
        }
        return new Line(
                b,
                begin,
                end,
                idHash,
                total,
                fieldsStart,
                fieldsEnd,
                flags | traits(),
                gold,
                language,
                tags);
    }

    private int traits() {
        return (anyEscape ? 0 : Line.PLAIN)
                | (anyNumbered ? 0 : Line.UNNUMBERED)
                | (anyWide ? 0 : Line.ASCII);
    }

    private void member() throws Fault {
        string();
        Member member = Member.of(this);
        blanks();
        expect(':', "':'");
        blanks();
        if (member != Member.OTHER) {
            if ((members & 1 << member.ordinal()) != 0) {
                throw type("has two members " + member.quoted(), "remove one of them");
            }
            members |= 1 << member.ordinal();
            if (peek() == 'n' && member != Member.ID && member != Member.FIELDS) {
                word("null");
                return;
            }
        }
        switch (member) {
            case ID -> {
                text("\"id\"");
                idStart = textStart;
                idEnd = textEnd;
                idHash = escaped ? Line.hash(text()) : Line.hash(b, textStart, textEnd);
            }
            case FIELDS -> fields();
            case GOLD -> {
                text("\"gold\"");
                gold = word();
            }
            case LANGUAGE -> {
                text("\"language\"");
                language = word();
            }
            case RATIONALE, NOTE, SOURCE -> text(member.quoted());
            case IMAGES -> images();
            case TAGS -> tags();
            case ENABLED -> flags = flag(member) ? flags | Line.ENABLED : flags & ~Line.ENABLED;
            case PINNED -> flags = flag(member) ? flags | Line.PINNED : flags & ~Line.PINNED;
            case OTHER -> value(1);
        }
    }

    private @Nullable String word() {
        return escaped ? null : words.word(b, textStart, textEnd);
    }

    private boolean flag(Member member) throws Fault {
        if (peek() == 't') {
            word("true");
            return true;
        }
        if (peek() == 'f') {
            word("false");
            return false;
        }
        throw type("has a " + member.quoted() + " that is neither true nor false", "correct it");
    }

    private void fields() throws Fault {
        fieldsStart = p;
        if (peek() != '{') {
            throw type(
                    "has \"fields\" that are no object",
                    "write them as {\"field name\": \"its text\"}");
        }
        p++;
        blanks();
        if (peek() != '}') {
            while (true) {
                blanks();
                string();
                int nameStart = textStart;
                int nameEnd = textEnd;
                blanks();
                expect(':', "':'");
                blanks();
                if (peek() != '"') {
                    String name = Escapes.undo(b, nameStart, nameEnd);
                    text("field \"" + name + "\"");
                }
                string();
                total += characters;
                blanks();
                if (peek() != ',') {
                    break;
                }
                p++;
            }
        }
        expect('}', "',' or '}'");
        fieldsEnd = p;
    }

    private void images() throws Fault {
        if (peek() != '[') {
            throw type("has \"images\" that are no list", "write them as [\"the file's SHA-256\"]");
        }
        p++;
        blanks();
        if (peek() != ']') {
            while (true) {
                blanks();
                if (peek() == '{') {
                    value(2);
                } else {
                    text("an image");
                }
                blanks();
                if (peek() != ',') {
                    break;
                }
                p++;
            }
        }
        expect(']', "',' or ']'");
    }

    private void tags() throws Fault {
        if (peek() != '[') {
            throw type("has \"tags\" that are no list", "write them as [\"one\", \"two\"]");
        }
        int start = p++;
        int count = 0;
        blanks();
        if (peek() != ']') {
            while (true) {
                blanks();
                text("a tag");
                count++;
                blanks();
                if (peek() != ',') {
                    break;
                }
                p++;
            }
        }
        expect(']', "',' or ']'");
        tags = count == 0 ? List.of() : words.list(b, start, p);
    }

    private void text(String name) throws Fault {
        switch (peek()) {
            case '"' -> string();
            case '{', '[', 't', 'f', 'n', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                    throw type("has " + name + " that is no text", "put it in quotes");
            default -> throw json("a value is missing");
        }
    }

    private static Fault type(String what, String advice) {
        return new Fault(BrokenLine.Kind.TYPE, what, advice);
    }

    /// The id on a line that was scanned before.
    static String id(byte[] bytes, int start, int end) {
        JsonScan scan = new JsonScan();
        scan.b = bytes;
        scan.p = start;
        scan.end = end;
        try {
            scan.blanks();
            do {
                scan.p++;
                scan.blanks();
                scan.string();
                boolean found = Member.of(scan) == Member.ID;
                scan.blanks();
                scan.p++;
                scan.blanks();
                scan.value(1);
                if (found) {
                    return scan.text();
                }
                scan.blanks();
            } while (scan.peek() == ',');
        } catch (Fault fault) {
            throw new IllegalStateException("a scanned line changed", fault);
        }
        throw new IllegalStateException("a scanned line has no id");
    }
}
