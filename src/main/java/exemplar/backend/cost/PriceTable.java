package exemplar.backend.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// List prices of models on hosts, with the day they were looked up. Data that a person may edit:
/// `prices.json` in the settings folder takes the place of the one in the program.
///
/// @param asOf when they were looked up
/// @param lines the first one that fits a model counts
public record PriceTable(LocalDate asOf, List<Line> lines) {

    public PriceTable {
        lines = List.copyOf(lines);
    }

    /// A price.
    ///
    /// @param host the server's name; `*` for any
    /// @param model the model's id; a `*` at the end stands for anything
    public record Line(String host, String model, Price price) {
        boolean fits(String onHost, String id) {
            return (host.equals("*") || host.equals(onHost))
                    && (model.endsWith("*")
                            ? id.startsWith(model.substring(0, model.length() - 1))
                            : id.equals(model));
        }
    }

    /// The table of this machine.
    ///
    /// @throws IOException with file and reason when the person's own table cannot be read
    public static PriceTable in(Path settings) throws IOException {
        Path own = own(settings);
        return Files.exists(own)
                ? read(Files.readString(own), own.toString())
                : read(bundled(), "backend/prices.json");
    }

    /// A table that knows no price, of the day of the program's own.
    static PriceTable unknown() {
        try {
            return new PriceTable(read(bundled(), "backend/prices.json").asOf(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the person's own table is, or would be.
    public static Path own(Path settings) {
        return settings.resolve("prices.json");
    }

    /// Puts the program's table into the settings folder, to be edited there; one that is there
    /// already stays as it is.
    ///
    /// @return the file
    public static Path makeEditable(Path settings) throws IOException {
        Path own = own(settings);
        if (!Files.exists(own)) {
            Files.createDirectories(settings);
            Files.writeString(own, bundled(), StandardOpenOption.CREATE_NEW);
        }
        return own;
    }

    private static String bundled() throws IOException {
        try (InputStream in = PriceTable.class.getResourceAsStream("/backend/prices.json")) {
            if (in == null) {
                throw new IllegalStateException("backend/prices.json is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static PriceTable read(String json, String name) throws IOException {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            List<Line> lines = new ArrayList<>();
            for (JsonNode n : root.path("models")) {
                int number = lines.size() + 1;
                if (!n.path("model").isTextual()
                        || !positive(n.path("prompt"))
                        || !positive(n.path("answer"))) {
                    throw new IOException(
                            name
                                    + ": price "
                                    + number
                                    + " needs a “model” and the numbers “prompt” and “answer”.");
                }
                lines.add(
                        new Line(
                                n.path("host").asText("*").toLowerCase(Locale.ROOT),
                                n.path("model").asText(),
                                new Price(
                                        n.path("prompt").asDouble(), n.path("answer").asDouble())));
            }
            return new PriceTable(LocalDate.parse(root.path("as_of").asText()), lines);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    name + ", line " + e.getLocation().getLineNr() + ": not JSON.", e);
        } catch (DateTimeException e) {
            throw new IOException(name + ": “as_of” is no date such as 2026-01-31.", e);
        }
    }

    private static boolean positive(JsonNode n) {
        return n.isNumber() && n.asDouble() >= 0;
    }

    /// The price of a model; empty when it is not known. This machine's own servers are free.
    ///
    /// @param host without a port; empty for a backend in this process
    public Optional<Price> of(String host, String model) {
        String low = host.toLowerCase(Locale.ROOT);
        for (Line line : lines) {
            if (line.fits(low, model)) {
                return Optional.of(line.price());
            }
        }
        boolean here =
                low.isEmpty()
                        || low.equals("localhost")
                        || low.startsWith("127.")
                        || low.equals("[::1]");
        return here ? Optional.of(Price.FREE) : Optional.empty();
    }
}
