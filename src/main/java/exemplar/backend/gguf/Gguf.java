package exemplar.backend.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a GGUF file says of itself, after every count, text and tensor was found to lie within it.
///
/// @param metadata scalar and text values by key; arrays are left out, their lengths are under
///   `KEY.length`, the types of their values under `KEY.type`
/// @param tensors how many
/// @param weights bytes that the tensors take
/// @param mainType the packing that takes most bytes, such as `Q4_1`
public record Gguf(Map<String, Object> metadata, int tensors, long weights, String mainType) {
    private static final int MAGIC = 0x46554747;
    private static final int MOST_DIMENSIONS = 4;
    private static final int MOST_KEYS = 100_000;

    public Gguf {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// Reads and checks the header of a model file.
    ///
    /// @throws BadGguf with a sentence when it is no whole model of a version that is understood
    public static Gguf read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadGguf(file + " is a directory; name a .gguf file.");
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return read(new GgufReader(channel));
        } catch (EOFException e) {
            throw new BadGguf(
                    "The file ends in the middle of its header. Fetch it again: "
                            + file.getFileName());
        }
    }

    private static Gguf read(GgufReader in) throws IOException {
        if (in.size() < 24 || in.i32() != MAGIC) {
            throw new BadGguf("This is no GGUF file: it does not begin with the letters GGUF.");
        }
        int version = in.i32();
        if (version != 2 && version != 3) {
            throw new BadGguf(
                    "GGUF version %s is not understood; versions 2 and 3 are."
                            .formatted(Integer.toUnsignedString(version)));
        }
        long tensors = in.count("tensors", 24);
        long keys = in.count("entries", 13);
        if (keys > MOST_KEYS) {
            throw new BadGguf("The file's header has too many entries. It is damaged.");
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        for (long i = 0; i < keys; i++) {
            String key = in.text();
            value(in, in.i32(), key, metadata);
        }
        for (WordList list : WordList.values()) {
            list.check(metadata);
        }
        SpecialTokens.check(metadata);
        long alignment = metadata.get("general.alignment") instanceof Long l ? l : 32L;
        if (alignment <= 0 || alignment > 1 << 20 || Long.bitCount(alignment) != 1) {
            throw new BadGguf("The file's alignment is " + alignment + ". It is damaged.");
        }
        return tensors(in, (int) Math.min(tensors, Integer.MAX_VALUE), alignment, metadata);
    }

    private static Gguf tensors(
            GgufReader in, int tensors, long alignment, Map<String, Object> metadata)
            throws IOException {
        long end = 0;
        long weights = 0;
        Map<String, Long> byType = new LinkedHashMap<>();
        for (int i = 0; i < tensors; i++) {
            String name = in.text();
            int dimensions = in.i32();
            if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
                throw new BadGguf(
                        "Tensor %s has %s dimensions. The file is damaged."
                                .formatted(name, Integer.toUnsignedString(dimensions)));
            }
            long values = 1;
            long row = 1;
            for (int d = 0; d < dimensions; d++) {
                long n = in.i64();
                if (n <= 0 || values > Long.MAX_VALUE / n) {
                    throw new BadGguf(
                            "Tensor " + name + " has an impossible size. The file is damaged.");
                }
                row = d == 0 ? n : row;
                values *= n;
            }
            int code = in.i32();
            TensorType type =
                    TensorType.of(code)
                            .orElseThrow(() ->
                                    new BadGguf(
                                            "Tensor %s is packed in a way (%d) that this engine does not know."
                                                    .formatted(name, code)));
            long offset = in.i64();
            long bytes = values / type.values() * type.bytes();
            if (row % type.values() != 0
                    || offset < 0
                    || offset % alignment != 0
                    || values / type.values() > Long.MAX_VALUE / type.bytes()
                    || offset > Long.MAX_VALUE - bytes) {
                throw new BadGguf(
                        "Tensor " + name + " has an impossible size. The file is damaged.");
            }
            end = Math.max(end, offset + bytes);
            weights += bytes;
            byType.merge(type.name(), bytes, Long::sum);
        }
        long data = (in.position() + alignment - 1) / alignment * alignment;
        if (tensors > 0 && end > in.size() - data) {
            throw new BadGguf(
                    "The file should have %,d bytes and has %,d: it was cut short. Fetch it again."
                            .formatted(data + end, in.size()));
        }
        String main =
                byType.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse("none");
        return new Gguf(metadata, tensors, weights, main);
    }

    private static void value(GgufReader in, int type, String key, Map<String, Object> into)
            throws IOException {
        switch (type) {
            case 0, 1, 7 -> into.put(key, (long) in.u8());
            case 2, 3 -> into.put(key, (long) in.u16());
            case 4 -> into.put(key, Integer.toUnsignedLong(in.i32()));
            case 5 -> into.put(key, (long) in.i32());
            case 6 -> into.put(key, (double) in.f32());
            case 8 -> into.put(key, in.text());
            case 9 -> array(in, key, into);
            case 10, 11 -> into.put(key, in.i64());
            case 12 -> into.put(key, in.f64());
            default ->
                    throw new BadGguf(
                            "The entry %s has an unknown type (%s). The file is damaged."
                                    .formatted(key, Integer.toUnsignedString(type)));
        }
    }

    private static void array(GgufReader in, String key, Map<String, Object> into)
            throws IOException {
        int type = in.i32();
        int each =
                switch (type) {
                    case 0, 1, 7 -> 1;
                    case 2, 3 -> 2;
                    case 4, 5, 6 -> 4;
                    case 10, 11, 12 -> 8;
                    case 8 -> 8;
                    default ->
                            throw new BadGguf(
                                    "The list %s has an unknown type. The file is damaged."
                                            .formatted(key));
                };
        long length = in.count("values in the list " + key, each);
        if (type == 8) {
            for (long i = 0; i < length; i++) {
                in.skip(in.count("bytes in a text", 1));
            }
        } else {
            in.skip(length * each);
        }
        into.put(key + ".length", length);
        into.put(key + ".type", (long) type);
    }

    /// A text of the metadata.
    public Optional<String> text(String key) {
        return metadata.get(key) instanceof String s ? Optional.of(s) : Optional.empty();
    }

    /// A whole number of the metadata.
    public Optional<Long> number(String key) {
        return metadata.get(key) instanceof Long l ? Optional.of(l) : Optional.empty();
    }

    /// The family of models it belongs to, such as `llama`.
    public String architecture() {
        return text("general.architecture").orElse("");
    }

    /// Most tokens it was trained on; 0 when it does not say.
    public int contextLength() {
        return number(architecture() + ".context_length").map(Long::intValue).orElse(0);
    }

    /// The chat template inside the file.
    public Optional<String> chatTemplate() {
        return text("tokenizer.chat_template");
    }
}
