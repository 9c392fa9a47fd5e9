package exemplar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Words and colours have one home each.
class ResourcesTest {
    private static final Path RESOURCES = Path.of("resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern HEX =
            Pattern.compile("#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![\\w-])");
    private static final Pattern IN_JAVA = Pattern.compile("\"([^\"\\\\]*)\"");

    @Test
    void coloursAreWrittenInTheTokensOnly() throws IOException {
        List<String> strays = new ArrayList<>();
        for (Path file : files(RESOURCES, ".css")) {
            if (!file.endsWith("theme/tokens.css")) {
                strays.addAll(found(HEX, file));
            }
        }
        for (Path file : files(SOURCES.resolve("exemplar/ui"), ".java")) {
            for (String stray : found(HEX, file)) {
                // Only whole words in quotes; a hash in a text is no colour.
                if (stray.contains("\"#") || stray.contains(": #")) {
                    strays.add(stray);
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void lightAndDarkDefineTheSameTokens() throws IOException {
        String css = Files.readString(RESOURCES.resolve("theme/tokens.css"));
        int dark = css.indexOf(".root.dark");
        assertThat(tokens(css.substring(dark))).isEqualTo(tokens(css.substring(0, dark)));
    }

    @Test
    void styleSheetsUseOnlyTokensThatExist() throws IOException {
        Set<String> defined = tokens(Files.readString(RESOURCES.resolve("theme/tokens.css")));
        Set<String> used = new TreeSet<>();
        for (Path file : files(RESOURCES, ".css")) {
            Matcher m = Pattern.compile("-ex-[a-z0-9-]+").matcher(Files.readString(file));
            while (m.find()) {
                used.add(m.group());
            }
        }
        used.removeAll(defined);
        assertThat(used).isEmpty();
    }

    @Test
    void everyLanguageHasEveryTextWithTheSamePlaces() throws IOException {
        Properties english = texts("messages.properties");
        Properties japanese = texts("messages_ja.properties");
        assertThat(japanese.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(japanese.getProperty(key), Locale.JAPANESE))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key), Locale.ENGLISH));
        }
    }

    @Test
    void aPatternOfANumberBeginsWithoutASpaceAsItWouldStandBeforeTheNumber() throws IOException {
        Pattern spaced = Pattern.compile("\\{\\d+, *number, +[#0]");
        for (String file : List.of("messages.properties", "messages_ja.properties")) {
            texts(file)
                    .forEach((key, text) ->
                            assertThat(spaced.matcher(text.toString()).find())
                                    .as("%s", key)
                                    .isFalse());
        }
    }

    @Test
    void everyTextIsUsedAndEveryUsedTextExists() throws IOException {
        Set<String> known = texts("messages.properties").stringPropertyNames();
        Set<String> quoted = new TreeSet<>();
        Set<String> asked = new TreeSet<>();
        Pattern texts = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([\\w.-]+)\"\\s*[,)]");
        for (Path file : files(SOURCES, ".java")) {
            String source = Files.readString(file);
            collect(IN_JAVA, source, quoted);
            collect(texts, source, asked);
        }
        assertThat(asked).as("asked for, but in no bundle").isSubsetOf(known);
        Set<String> obsolete = new TreeSet<>(known);
        obsolete.removeAll(asked);
        obsolete.removeAll(quoted);
        // The rail names its panes through their definitions.
        obsolete.removeIf(key -> key.startsWith("pane."));
        // A key may be put together from a prefix in quotes that ends with a dot.
        obsolete.removeIf(
                key -> quoted.stream().anyMatch(q -> q.endsWith(".") && key.startsWith(q)));
        assertThat(obsolete).as("in the bundle, but used nowhere").isEmpty();
    }

    private static Set<Object> places(String pattern, Locale locale) {
        return new MessageFormat(pattern, locale)
                .getArgumentNames().stream()
                        .map(Object.class::cast)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("i18n").resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> tokens(String css) {
        Set<String> names = new TreeSet<>();
        collect(Pattern.compile("(-ex-[a-z0-9-]+)\\s*:"), css, names);
        return names;
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            into.add(m.group(1));
        }
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> pattern.matcher(lines.get(i)).find())
                .map(i -> file + ":" + (i + 1) + ": " + lines.get(i).strip())
                .toList();
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> Arrays.stream(endings).anyMatch(f.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
