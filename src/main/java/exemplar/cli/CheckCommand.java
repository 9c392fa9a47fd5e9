package exemplar.cli;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.prompt.PromptProblem;
import exemplar.prompt.Prompts;
import exemplar.study.Finding;
import exemplar.study.Study;
import exemplar.study.check.Check;
import exemplar.study.check.ImagesCheck;
import exemplar.study.folder.OpenStudy;
import exemplar.study.folder.StudyImages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Says what is wrong in a study: files, examples, labels, leaks, templates.",
        footer = {"  exemplar check moods", "  exemplar check moods --json"},
        exitCodeList = "1:Something was found.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /// Items each design is rendered for.
    private static final int RENDERED = 50;

    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Option(names = "--json", description = "Print JSON lines, one finding each.")
    boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<Finding> found = new ArrayList<>();
        try (OpenStudy open = OpenStudy.open(study.folder())) {
            found.addAll(open.findings());
            found.addAll(Check.study(open.study()));
            found.addAll(ImagesCheck.findings(open.study(), new StudyImages(study.folder())));
            found.addAll(templates(open.study()));
        }
        for (Finding finding : found) {
            if (json) {
                console.json(json(finding));
            } else {
                console.line(
                        finding.severity().name().toLowerCase(Locale.ROOT)
                                + "  "
                                + Console.tame(finding.sentence()));
            }
        }
        if (!json) {
            console.say(
                    found.isEmpty()
                            ? "Nothing found."
                            : found.size() == 1 ? "1 finding." : found.size() + " findings.");
        }
        return found.isEmpty() ? 0 : Trouble.FINDINGS;
    }

    private static Map<String, Object> json(Finding f) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", f.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        map.put("severity", f.severity().name().toLowerCase(Locale.ROOT));
        if (!f.file().isEmpty()) {
            map.put("file", f.file());
        }
        if (f.line() > 0) {
            map.put("line", f.line());
        }
        if (!f.ids().isEmpty()) {
            map.put("ids", f.ids());
        }
        map.put("what", f.what());
        map.put("advice", f.advice());
        return map;
    }

    /// Problems of templates show when they are rendered, so each design is, for the first items.
    private static List<Finding> templates(Study study) {
        List<Finding> found = new ArrayList<>();
        List<Example> items =
                study.tests().isEmpty()
                        ? List.of(Example.of("", Map.of(), ""))
                        : study.tests().subList(0, Math.min(RENDERED, study.tests().size()));
        for (Design design : study.designs()) {
            Set<PromptProblem> problems = new LinkedHashSet<>();
            for (Example item : items) {
                problems.addAll(
                        Prompts.make(design, study.task(), study.pool(), item)
                                .rendering()
                                .problems());
            }
            for (PromptProblem problem : problems) {
                found.add(
                        new Finding(
                                Finding.Kind.TEMPLATE,
                                "study.json",
                                0,
                                List.of(),
                                "design '%s', %s"
                                        .formatted(design.name(), unended(problem.sentence())),
                                ""));
            }
        }
        return found;
    }

    private static String unended(String sentence) {
        return Optional.of(sentence)
                .filter(s -> s.endsWith("."))
                .map(s -> s.substring(0, s.length() - 1))
                .orElse(sentence);
    }
}
