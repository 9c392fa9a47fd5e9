package exemplar.cli;

import exemplar.embed.Embedder;
import exemplar.embed.Embedders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "embed",
        description = {
            "Gives vectors of texts and how near they are to each other (cosine).",
            "Without --model by the small model inside the program, which works without a network; otherwise by a model on a server or of a GGUF file."
        },
        footer = "  exemplar models embed \"a good day\" \"a fine day\"",
        exitCodeList = "1:The model gave no vectors.",
        mixinStandardHelpOptions = true)
final class EmbedCommand implements Callable<Integer> {
    private static final int WIDEST = 60;

    private final Services services;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "The texts.")
    List<String> texts = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "An embedding model; " + Embedders.INSIDE + " when left out.")
    Optional<String> model = Optional.empty();

    @Option(names = "--json", description = "Print one JSON document, with the vectors.")
    boolean json;

    EmbedCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        String name = model.orElse(Embedders.INSIDE);
        Embedders embedders = services.embedders();
        Embedder embedder =
                switch (embedders.named(name)) {
                    case Embedders.Chosen(Embedder e) -> e;
                    case Embedders.Unavailable(var fault) ->
                            throw new Trouble(
                                    fault.message()
                                            + " These give vectors: "
                                            + String.join(", ", embedders.names())
                                            + ".");
                };
        long start = System.nanoTime();
        List<float[]> vectors =
                switch (Interruption.during(() -> embedder.embed(texts))) {
                    case Embedder.Embedded(List<float[]> v) -> v;
                    case Embedder.NotEmbedded(var fault) ->
                            throw new Trouble(Trouble.FINDINGS, fault.message());
                };
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (json) {
            console.document(document(name, vectors));
        } else {
            print(name, vectors, millis);
        }
        return 0;
    }

    private Map<String, Object> document(String name, List<float[]> vectors) {
        List<Map<String, Object>> each = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("text", texts.get(i));
            one.put("norm", norm(vectors.get(i)));
            one.put("vector", vectors.get(i));
            each.add(one);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("model", name);
        all.put("dimension", vectors.getFirst().length);
        all.put("texts", each);
        all.put(
                "cosine",
                vectors.stream()
                        .map(a -> vectors.stream().map(b -> Embedder.cosine(a, b)).toList())
                        .toList());
        return all;
    }

    private void print(String name, List<float[]> vectors, long millis) {
        console.line(
                "%s: %,d numbers a text, %,d texts in %,d ms"
                        .formatted(name, vectors.getFirst().length, vectors.size(), millis));
        for (int i = 0; i < vectors.size(); i++) {
            StringBuilder row =
                    new StringBuilder("%3d  norm %.3f ".formatted(i + 1, norm(vectors.get(i))));
            for (float[] other : vectors) {
                row.append(" %6.3f".formatted(Embedder.cosine(vectors.get(i), other)));
            }
            console.line(row.append("  ").append(shown(texts.get(i))).toString());
        }
    }

    private static double norm(float[] vector) {
        return Math.sqrt(Embedder.cosine(vector, vector));
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        int end =
                line.offsetByCodePoints(0, Math.min(WIDEST, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
