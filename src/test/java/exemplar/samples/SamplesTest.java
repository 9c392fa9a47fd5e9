package exemplar.samples;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.evidence.Findings;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Task;
import exemplar.prompt.Prompts;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The studies that newcomers see first.
class SamplesTest {
    private static final Path SAMPLES = Path.of("samples");

    @TempDir Path temp;

    static List<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /// A copy, so that nothing is left behind in the project.
    private OpenStudy open(String name) throws IOException {
        Path folder = temp.resolve(name);
        Files.createDirectories(folder);
        for (String file : List.of("study.json", "pool.jsonl", "tests.jsonl")) {
            Files.copy(SAMPLES.resolve(name).resolve(file), folder.resolve(file));
        }
        return OpenStudy.open(folder);
    }

    private Study read(String name) throws IOException {
        try (OpenStudy open = open(name)) {
            return open.study();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void opensWithoutAFinding(String name) throws IOException {
        try (OpenStudy open = open(name)) {
            assertThat(open.findings()).isEmpty();
            assertThat(open.readOnly()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenBackByteForByte(String name) throws IOException {
        Study study = read(name);
        Path copy = temp.resolve("copy");
        OpenStudy.create(copy, study).close();
        for (String file : List.of("study.json", "pool.jsonl", "tests.jsonl")) {
            assertThat(copy.resolve(file))
                    .as(file)
                    .hasSameTextualContentAs(SAMPLES.resolve(name).resolve(file));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyRecordHasItsFieldsAndAGoldOutputOfTheTask(String name) throws IOException {
        Study study = read(name);
        Task task = study.task();
        Set<String> labels = task.labels().stream().map(Label::name).collect(Collectors.toSet());
        for (Example example : all(study)) {
            assertThat(example.fields().keySet()).containsExactlyElementsOf(task.inputs());
            assertThat(example.fields().values()).noneMatch(String::isBlank);
            if (labels.isEmpty()) {
                assertThat(example.gold()).isNotBlank();
            } else {
                assertThat(labels).contains(example.gold());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noTextStandsTwiceAndNoTestItemIsADemonstration(String name) throws Exception {
        Study study = read(name);
        Findings findings = Findings.of(study.task(), study.pool(), study.tests());
        assertThat(findings.pool().twins()).isEmpty();
        assertThat(findings.leaks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyDesignRendersForEveryTestItemWithTheDataAsItStands(String name) throws IOException {
        Study study = read(name);
        for (Design design : study.designs()) {
            for (Example item : study.tests()) {
                Prompts.Made made = Prompts.make(design, study.task(), study.pool(), item);
                assertThat(made.rendering().problems()).as(design.name()).isEmpty();
                assertThat(made.warnings()).isEmpty();
                item.fields()
                        .values()
                        .forEach(text ->
                                assertThat(made.rendering().prompt().text()).contains(text));
            }
        }
    }

    @Test
    void theFirstOneIsAClassificationLargeEnoughAndBalanced() throws IOException {
        Study study = read("co-op-messages");
        assertThat(study.pool().size()).isGreaterThanOrEqualTo(120);
        assertThat(study.tests().size()).isGreaterThanOrEqualTo(40);
        Map<String, Long> counts =
                study.pool().stream()
                        .collect(Collectors.groupingBy(Example::gold, Collectors.counting()));
        assertThat(counts).hasSameSizeAs(study.task().labels());
        assertThat(new HashSet<>(counts.values())).hasSize(1);
    }

    @Test
    void oddRecordsCoverWhatBreaksTools() throws IOException {
        Study study = read("co-op-messages");
        String odd =
                study.pool().stream()
                        .filter(e -> e.tags().contains("odd"))
                        .map(e -> e.field("text"))
                        .collect(Collectors.joining("\n"));
        assertThat(odd).contains("{{ ", "{% ", "\t", "\u200b", "\u200d", "\u00a0", "\\", "\"");
        assertThat(odd).containsPattern("\\p{IsArabic}").containsPattern("\\p{IsHebrew}");
        assertThat(odd).containsPattern("\\p{IsHan}").contains("{1; 2}", "\\frac");
        assertThat(study.pool().stream().mapToInt(e -> e.field("text").length()).max().orElse(0))
                .isGreaterThanOrEqualTo(2000);
    }

    private static List<Example> all(Study study) {
        return Stream.concat(study.pool().stream(), study.tests().stream()).toList();
    }
}
