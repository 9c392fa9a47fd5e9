package exemplar.formats;

import java.util.List;
import java.util.Optional;

/// The formats there are.
public final class Exporters {
    private static final List<Exporter> ALL =
            List.of(
                    new JinjaExporter(JinjaExporter.Demonstrations.INSIDE),
                    new JinjaExporter(JinjaExporter.Demonstrations.BESIDE),
                    new TextExporter(),
                    new MessagesExporter());

    private Exporters() {}

    /// All of them, the most used first.
    public static List<Exporter> all() {
        return ALL;
    }

    /// The format of that name.
    public static Optional<Exporter> of(String name) {
        return ALL.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /// Their names, for a message.
    public static String names() {
        return String.join(", ", ALL.stream().map(Exporter::name).toList());
    }
}
