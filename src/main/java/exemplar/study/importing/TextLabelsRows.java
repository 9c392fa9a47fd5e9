package exemplar.study.importing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Texts line by line in one file, their labels line by line in another.
final class TextLabelsRows implements Rows {
    static final String TEXT = "text";
    static final String LABEL = "label";

    private final Lines texts;
    private final Lines labels;
    private final Pairing pairing;
    private long line;

    TextLabelsRows(Lines texts, Lines labels, Pairing pairing) {
        this.texts = texts;
        this.labels = labels;
        this.pairing = pairing;
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<RawLine> text = texts.next();
        Optional<RawLine> label = labels.next();
        line++;
        if (text.isEmpty()) {
            return label.map(l ->
                    l.isBlank()
                            ? new Row.Blank(line)
                            : new Row.Bad(
                                    line,
                                    "has a label in "
                                            + pairing.labels().getFileName()
                                            + " but no text",
                                    l.text()));
        }
        String said = text.get().text();
        boolean unlabelled = label.isEmpty() || label.get().isBlank();
        if (text.get().isBlank() && unlabelled) {
            return Optional.of(new Row.Blank(line));
        }
        String fault =
                !text.get().fault().isEmpty()
                        ? text.get().fault()
                        : unlabelled
                                ? "has no label in " + pairing.labels().getFileName()
                                : label.get().fault();
        if (!fault.isEmpty()) {
            return Optional.of(new Row.Bad(line, fault, said));
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put(TEXT, said);
        cells.put(LABEL, pairing.name(label.map(RawLine::text).orElse("").strip()));
        return Optional.of(new Row.Full(line, cells));
    }

    @Override
    public long bytes() {
        return texts.bytes();
    }

    @Override
    public List<String> notes() {
        return List.of(pairing.note());
    }

    @Override
    public void close() throws IOException {
        try (labels) {
            texts.close();
        }
    }
}
