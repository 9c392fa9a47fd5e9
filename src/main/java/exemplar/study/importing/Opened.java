package exemplar.study.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Opens a source as rows, in the way a plan found.
final class Opened {
    private Opened() {}

    static Rows rows(ImportPlan plan) throws IOException {
        List<String> columns = plan.columns().stream().map(Column::name).toList();
        return rows(
                plan.source(),
                plan.format(),
                plan.encoding(),
                plan.dialect().orElse(Dialect.WHOLE_LINES),
                columns,
                plan.options());
    }

    static Rows rows(
            Source source,
            Format format,
            Encoding encoding,
            Dialect dialect,
            List<String> columns,
            Options options)
            throws IOException {
        return switch (format) {
            case CSV, TSV -> new DelimitedRows(lines(source, encoding, true), dialect, columns);
            case LINES ->
                    new DelimitedRows(
                            lines(source, encoding, true),
                            Dialect.WHOLE_LINES,
                            List.of(TextLabelsRows.TEXT));
            case JSONL -> new JsonLinesRows(lines(source, encoding, false));
            case JSON -> new JsonArrayRows(decoded(source, encoding), options.rows());
            case TEXT_LABELS -> {
                Pairing pairing = pairing(source);
                Lines texts = lines(new Source.OfFile(pairing.texts()), encoding, false);
                try {
                    Source labels = new Source.OfFile(pairing.labels());
                    Encoding of = Encodings.of(labels, options.encoding());
                    yield new TextLabelsRows(texts, lines(labels, of, false), pairing);
                } catch (IOException e) {
                    texts.close();
                    throw e;
                }
            }
        };
    }

    static Pairing pairing(Source source) throws IOException {
        if (source instanceof Source.OfFile(var file)) {
            var pairing = Pairing.of(file);
            if (pairing.isPresent()) {
                return pairing.get();
            }
        }
        throw new ImportFault(
                source.name(),
                "has no partner beside it",
                "texts and labels are two files such as train_text.txt and train_labels.txt");
    }

    static Lines lines(Source source, Encoding encoding, boolean loneReturnEnds)
            throws IOException {
        return new Lines(decoded(source, encoding), encoding.charset(), loneReturnEnds);
    }

    private static Decoded decoded(Source source, Encoding encoding) throws IOException {
        InputStream in = source.open();
        try {
            return new Decoded(in, encoding.charset(), encoding.mark());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
