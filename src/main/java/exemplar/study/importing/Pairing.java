package exemplar.study.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two files that belong together, `train_text.txt` and `train_labels.txt`, with the names of the
/// labels from a `mapping.txt` beside them where there is one.
///
/// @param names what stands in the file of labels to what it means; empty when there is no mapping
record Pairing(Path texts, Path labels, Map<String, String> names) {
    private static final Pattern TEXTS = Pattern.compile("(?i)(|.*[_.-])texts?(\\.[a-z]+)?");
    private static final Pattern LABELS = Pattern.compile("(?i)(|.*[_.-])labels?(\\.[a-z]+)?");
    private static final int LARGEST_MAPPING = 1 << 20;

    Pairing {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /// The pair a file belongs to, whichever of the two it is; empty when it has no partner.
    static Optional<Pairing> of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Matcher text = TEXTS.matcher(name);
        Matcher label = LABELS.matcher(name);
        boolean isText = text.matches();
        if (!isText && !label.matches()) {
            return Optional.empty();
        }
        Matcher of = isText ? text : label;
        String before = of.group(1);
        String suffix = of.group(2) == null ? "" : of.group(2);
        for (String word :
                isText ? new String[] {"labels", "label"} : new String[] {"text", "texts"}) {
            Path other = file.resolveSibling(before + word + suffix);
            if (Files.isRegularFile(other)) {
                Path labels = isText ? other : file;
                return Optional.of(new Pairing(isText ? file : other, labels, names(labels)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> names(Path labels) throws IOException {
        Path mapping = labels.resolveSibling("mapping.txt");
        Map<String, String> names = new LinkedHashMap<>();
        if (!Files.isRegularFile(mapping) || Files.size(mapping) > LARGEST_MAPPING) {
            return names;
        }
        String text = new String(Files.readAllBytes(mapping), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            String[] parts = line.strip().split("[\\t ,;:]+", 2);
            if (parts.length == 2 && !parts[0].isEmpty()) {
                names.put(parts[0], parts[1].strip());
            }
        }
        return names;
    }

    String name(String label) {
        return names.getOrDefault(label, label);
    }

    String note() {
        return "texts from %s, labels from %s%s"
                .formatted(
                        texts.getFileName(),
                        labels.getFileName(),
                        names.isEmpty() ? "" : ", their names from mapping.txt");
    }
}
