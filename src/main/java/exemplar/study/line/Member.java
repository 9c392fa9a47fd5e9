package exemplar.study.line;

import java.util.Locale;

/// The members of a line that this version knows, in the order they are written.
enum Member {
    ID,
    FIELDS,
    GOLD,
    RATIONALE,
    LANGUAGE,
    IMAGES,
    TAGS,
    NOTE,
    SOURCE,
    ENABLED,
    PINNED,
    OTHER;

    private static final Member[] KNOWN = values();

    final String key = name().toLowerCase(Locale.ROOT);

    String quoted() {
        return '"' + key + '"';
    }

    /// The member named by the string that was walked over last.
    static Member of(JsonScan scan) {
        if (scan.escaped) {
            return of(scan.text());
        }
        int length = scan.textEnd - scan.textStart;
        for (Member member : KNOWN) {
            String key = member.key;
            if (member != OTHER && key.length() == length && same(scan, key)) {
                return member;
            }
        }
        return OTHER;
    }

    private static boolean same(JsonScan scan, String key) {
        for (int i = 0; i < key.length(); i++) {
            if (scan.b[scan.textStart + i] != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static Member of(String key) {
        for (Member member : KNOWN) {
            if (member != OTHER && member.key.equals(key)) {
                return member;
            }
        }
        return OTHER;
    }
}
