package exemplar.backend.llama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the members of the library's structures lie and how its functions are called, for one
/// version of it. Data of `backend/engines.json`; held against the library's own defaults before
/// anything else is called.
///
/// @param version as llama.cpp counts its versions
/// @param modelParams bytes of `llama_model_params`
/// @param contextParams bytes of `llama_context_params`
/// @param context offsets of 32-bit members of `llama_context_params`
/// @param switches offsets of its one-byte members that are set to true
/// @param defaults what the library's own defaults hold at these members
/// @param sequences how many sequences a context must be made for, for labels side by side
/// @param spins whether its threads keep a processor busy while they wait for each other, so that
///   one is left to other programs
/// @param functions the library's names of those functions that versions call differently
record Layout(
        String version,
        int modelParams,
        int contextParams,
        Map<String, Integer> context,
        Map<String, Integer> switches,
        Map<String, Integer> defaults,
        int sequences,
        boolean spins,
        Map<String, String> functions) {
    private static final String DATA = "/backend/engines.json";

    Layout {
        context = Map.copyOf(context);
        switches = Map.copyOf(switches);
        defaults = Map.copyOf(defaults);
        functions = Map.copyOf(functions);
    }

    /// The versions this program knows, the bundled one first.
    static List<Layout> known() {
        try (InputStream in = Layout.class.getResourceAsStream(DATA)) {
            List<Layout> layouts = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                layouts.add(of(node));
            }
            return List.copyOf(layouts);
        } catch (IOException e) {
            throw new UncheckedIOException("the layouts are part of the program", e);
        }
    }

    private static Layout of(JsonNode node) {
        Map<String, String> functions = new LinkedHashMap<>();
        node.path("functions")
                .properties()
                .forEach(e -> functions.put(e.getKey(), e.getValue().asText()));
        return new Layout(
                node.path("version").asText(),
                node.path("modelParams").asInt(),
                node.path("contextParams").asInt(),
                numbers(node.path("context")),
                numbers(node.path("switches")),
                numbers(node.path("defaults")),
                node.path("sequences").asInt(1),
                node.path("spins").asBoolean(),
                functions);
    }

    private static Map<String, Integer> numbers(JsonNode node) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        node.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asInt()));
        return numbers;
    }

    /// Where a member of `llama_context_params` lies.
    int at(String member) {
        Integer offset = context.get(member);
        if (offset == null) {
            throw new IllegalStateException("no offset of " + member + " for " + version);
        }
        return offset;
    }

    /// The library's name of a function; empty where this version has none.
    Optional<String> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }
}
