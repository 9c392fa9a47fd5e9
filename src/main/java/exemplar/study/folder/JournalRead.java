package exemplar.study.folder;

import exemplar.study.line.LineScan;
import exemplar.study.line.Words;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal as it was found.
///
/// @param base what the files were when it began
/// @param entries the whole edits, in order
/// @param checkpoint the last promise in it
/// @param length how much of the file is whole; what follows was cut off while being written
record JournalRead(
        Map<String, Fingerprint> base,
        List<Entry> entries,
        Optional<Checkpoint> checkpoint,
        long length) {

    /// One edit: its lines, and where in the file they stand.
    record Entry(
            long number, String label, List<Map<String, Object>> parts, long start, long end) {}

    /// Complete files under temporary names.
    ///
    /// @param upTo the last edit that is in them
    /// @param files all files of the study as they are to be
    /// @param temporary file name to temporary name, for those that were written
    record Checkpoint(long upTo, Map<String, Fingerprint> files, Map<String, String> temporary) {}

    /// Reads the journal of a study; empty where there is none or nothing in it is whole.
    static Optional<JournalRead> of(Path folder) throws IOException {
        Path file = folder.resolve(Journal.FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Optional<byte[]> first = next(in);
            Optional<Map<String, Object>> header = first.flatMap(JournalLine::read);
            if (header.isEmpty() || !Integer.valueOf(1).equals(header.get().get("journal"))) {
                return Optional.empty();
            }
            return Optional.of(read(in, prints(header.get()), first.get().length));
        }
    }

    private static JournalRead read(InputStream in, Map<String, Fingerprint> base, long begin)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        Optional<Checkpoint> checkpoint = Optional.empty();
        List<Map<String, Object>> parts = new ArrayList<>();
        LineScan scan = new LineScan(new Words());
        long whole = begin;
        long at = begin;
        while (true) {
            Optional<byte[]> line = next(in);
            Optional<Map<String, Object>> members = line.flatMap(JournalLine::read);
            if (members.isEmpty()) {
                return new JournalRead(base, entries, checkpoint, whole);
            }
            at += line.get().length;
            Map<String, Object> read = members.get();
            if (read.get("saved") instanceof Number upTo) {
                checkpoint =
                        Optional.of(
                                new Checkpoint(upTo.longValue(), prints(read), temporary(read)));
                whole = at;
            } else if (read.get("n") instanceof Number n) {
                parts.add(Effect.withLines(read, scan));
                if (!read.containsKey("more")) {
                    String label = String.valueOf(read.get("label"));
                    entries.add(new Entry(n.longValue(), label, parts, whole, at));
                    parts = new ArrayList<>();
                    whole = at;
                }
            }
        }
    }

    private static Optional<byte[]> next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                return Optional.of(line.toByteArray());
            }
        }
        return Optional.empty();
    }

    private static Map<String, Fingerprint> prints(Map<String, Object> members) {
        Map<String, Fingerprint> prints = new HashMap<>();
        if (members.get("files") instanceof Map<?, ?> files) {
            files.forEach((name, print) ->
                    Fingerprint.of(print).ifPresent(p -> prints.put(String.valueOf(name), p)));
        }
        return prints;
    }

    private static Map<String, String> temporary(Map<String, Object> members) {
        Map<String, String> names = new HashMap<>();
        if (members.get("temporary") instanceof Map<?, ?> map) {
            map.forEach((name, to) -> names.put(String.valueOf(name), String.valueOf(to)));
        }
        return names;
    }
}
