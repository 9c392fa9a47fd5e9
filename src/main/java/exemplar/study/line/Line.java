package exemplar.study.line;

import exemplar.model.Example;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One example as the bytes of its line, with what filters ask most often read beforehand.
/// Immutable; two lines are the same when they are the same object.
public final class Line implements Scanned {
    static final int ENABLED = 1;
    static final int PINNED = 2;

    /// No string of the line has a backslash.
    static final int PLAIN = 4;

    /// No string of the line has an escape by number.
    static final int UNNUMBERED = 8;

    /// Every byte of the line is ASCII.
    static final int ASCII = 16;

    /// The bytes of this line stand in `[start, end)` of these, which other lines share.
    final byte[] bytes;

    private final int start;
    private final int end;
    final int idHash;
    final int characters;
    final int fieldsStart;
    final int fieldsEnd;
    final byte flags;
    final @Nullable String gold;
    final @Nullable String language;
    final @Nullable List<String> tags;
    private @Nullable WeakReference<Example> decoded;

    Line(
            byte[] bytes,
            int start,
            int end,
            int idHash,
            int characters,
            int fieldsStart,
            int fieldsEnd,
            int flags,
            @Nullable String gold,
            @Nullable String language,
            @Nullable List<String> tags) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.idHash = idHash;
        this.characters = characters;
        this.fieldsStart = fieldsStart;
        this.fieldsEnd = fieldsEnd;
        this.flags = (byte) flags;
        this.gold = gold;
        this.language = language;
        this.tags = tags;
    }

    /// The line of an example, in the stable key order of the format.
    ///
    /// @throws IllegalArgumentException when the example cannot be written, such as for an extra
    ///   member that is no JSON value
    public static Line of(Example example) {
        Line scanned = scanned(example, Words.none());
        return scanned.of(example.gold(), example.language(), example.tags()).with(example);
    }

    /// The line of an example whose repeated words are shared with those of other lines.
    ///
    /// @throws IllegalArgumentException when the example cannot be written
    public static Line of(Example example, Words words) {
        return scanned(example, words).with(example);
    }

    private static Line scanned(Example example, Words words) {
        byte[] bytes = LineWriter.write(example);
        return switch (new LineScan(words).scan(bytes, 0, bytes.length)) {
            case Line line -> line;
            case BrokenLine broken -> throw new IllegalArgumentException(broken.what());
            case Blank blank -> throw new IllegalStateException(blank.toString());
        };
    }

    private Line with(Example example) {
        decoded = new WeakReference<>(example);
        Recent.keep(this, example);
        return this;
    }

    /// The same line with these words at hand, as far as they are short.
    private Line of(String gold, String language, List<String> tags) {
        return new Line(
                bytes,
                start,
                end,
                idHash,
                characters,
                fieldsStart,
                fieldsEnd,
                flags,
                gold.length() > Words.LONGEST ? null : gold,
                language.length() > Words.LONGEST ? null : language,
                tags.size() > Words.LONGEST ? null : tags);
    }

    /// The example on this line, decoded on demand. The same object for as long as somebody holds
    /// it.
    public Example example() {
        WeakReference<Example> before = decoded;
        Example example = before == null ? null : before.get();
        return example != null ? example : decode();
    }

    private synchronized Example decode() {
        WeakReference<Example> before = decoded;
        Example example = before == null ? null : before.get();
        if (example == null) {
            example = LineReader.read(bytes, start, end);
            decoded = new WeakReference<>(example);
            Recent.keep(this, example);
        }
        return example;
    }

    /// The example's id, without decoding the rest.
    public String id() {
        return LineScan.id(bytes, start, end);
    }

    /// Hash of an id as lines keep it, to compare with [#idHash()].
    public static int hash(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        return hash(utf8, 0, utf8.length);
    }

    static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 16;
    }

    /// Hash of the id; equal ids have equal hashes.
    public int idHash() {
        return idHash;
    }

    /// Number of bytes, without the line end.
    public int length() {
        return end - start;
    }

    /// Number of characters (code points) in all fields together.
    public int characters() {
        return characters;
    }

    /// Whether selectors may choose the example.
    public boolean enabled() {
        return (flags & ENABLED) != 0;
    }

    /// Whether the example is pinned.
    public boolean pinned() {
        return (flags & PINNED) != 0;
    }

    /// The gold output, usually without decoding.
    public String gold() {
        return gold != null ? gold : example().gold();
    }

    /// The language, usually without decoding.
    public String language() {
        return language != null ? language : example().language();
    }

    /// The tags, usually without decoding.
    public List<String> tags() {
        return tags != null ? tags : example().tags();
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /// Whether both lines have the same bytes.
    public boolean sameBytes(Line other) {
        return this == other
                || Arrays.equals(bytes, start, end, other.bytes, other.start, other.end);
    }

    /// Writes the bytes, without a line end.
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, start, end - start);
    }

    /// Whether the line came from a file whose lines end with CR LF; the CR is part of its bytes.
    public boolean endsWithReturn() {
        return bytes[end - 1] == '\r';
    }

    /// The line as text.
    @Override
    public String toString() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
