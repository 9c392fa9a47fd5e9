package exemplar.ui.prompt;

import exemplar.backend.Places;
import exemplar.backend.Sleeper;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.gateway.Settings;
import exemplar.backend.mock.MockBackend;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Order;
import exemplar.model.PromptForm;
import exemplar.model.Selection;
import exemplar.model.Task;
import exemplar.model.TemplateOptions;
import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.study.folder.OpenStudy;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Session;
import exemplar.ui.shell.Theme;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// Prints how long it takes from a key in a template to the painted prompt: 64 demonstrations,
/// 32,000 characters, the study in a folder whose journal is synced at every key.
///
/// `xvfb-run -s "-screen 0 1700x1100x24" java -Dprism.order=sw -Djavafx.animation.fullspeed=true
/// -cp … exemplar.ui.prompt.PromptPaneBench`; without `fullspeed` every figure is rounded up to a
/// whole frame.
public final class PromptPaneBench {
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int KEYS = Integer.getInteger("keys", 400);
    private static final int WARM = Integer.getInteger("warm", 150);
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "emotion",
                    List.of(Label.of("anger"), Label.of("joy"), Label.of("sadness")),
                    "Which emotion?",
                    List.of("accuracy"));

    private PromptPaneBench() {}

    public static void main(String[] arguments) throws Exception {
        lowerCompiler();
        Platform.startup(() -> Platform.setImplicitExit(false));
        for (String where :
                arguments.length > 0
                        ? List.of(arguments)
                        : List.of("instruction", "demonstration", "query", "template")) {
            measure(where);
        }
        Platform.exit();
        System.exit(0);
    }

    /// Gives the optimising compiler the priority that it has in the window on two cores.
    private static void lowerCompiler() throws Exception {
        Path tasks = Path.of("/proc/self/task");
        if (Runtime.getRuntime().availableProcessors() > 2 || !Files.isDirectory(tasks)) {
            return;
        }
        try (Stream<Path> all = Files.list(tasks)) {
            for (Path task : all.toList()) {
                if (Files.readString(task.resolve("comm")).startsWith("C2 Comp")) {
                    String id = String.valueOf(task.getFileName());
                    new ProcessBuilder("renice", "-n", "5", "-p", id).start().waitFor();
                }
            }
        }
    }

    private static void measure(String where) throws Exception {
        Path folder = Files.createTempDirectory("prompt-bench");
        OpenStudy.create(folder, study(where.equals("template"))).close();
        Run run = new Run(where, OpenStudy.open(folder));
        Platform.runLater(run::start);
        synchronized (run) {
            while (!run.done) {
                run.wait();
            }
        }
        OUT.printf(
                Locale.ROOT,
                "%-14s medians: key handled %.1f, text there %.1f, laid out %.1f, painted %.1f ms%n",
                where,
                median(run.sent),
                median(run.changed),
                median(run.laidOut),
                median(run.nanos));
        long[] all = Arrays.copyOfRange(run.nanos, WARM, KEYS);
        Arrays.sort(all);
        OUT.printf(
                Locale.ROOT,
                "%-14s %,7d characters: median %5.1f ms, p95 %5.1f ms, worst %5.1f ms%n",
                where,
                run.characters,
                all[all.length / 2] / 1e6,
                all[all.length * 95 / 100] / 1e6,
                all[all.length - 1] / 1e6);
    }

    private static double median(long[] nanos) {
        long[] sorted = Arrays.copyOfRange(nanos, WARM, KEYS);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static Study study(boolean free) {
        Random random = new Random(1);
        String[] words =
                "the of and it is not bad good very little awful day film we they".split(" ");
        List<Example> pool = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 475) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            pool.add(
                    Example.of(
                            "d-" + i,
                            Map.of("text", text.toString()),
                            TASK.labels().get(i % 3).name()));
        }
        PromptForm form =
                free
                        ? new PromptForm.Free(
                                "{{ instruction }}\n\n{% for d in demos %}\nT: {{ d.text }}\nE: {{ d.gold }}\n\n{% endfor %}\nT: {{ item.text }}\nE:")
                        : new PromptForm.Parts(
                                "",
                                "{{ instruction }}",
                                "T: {{ text }}\nE: {{ gold }}",
                                "{{ gold }}",
                                "\n\n",
                                "T: {{ text }}\nE:");
        return Study.of("bench", TASK)
                .withPool(Examples.of(pool))
                .withTests(Examples.of(List.of(Example.of("t", Map.of("text", "so"), "joy"))))
                .withDesigns(
                        List.of(
                                new Design(
                                        "d",
                                        form,
                                        Layout.COMPLETION,
                                        TemplateOptions.DEFAULT,
                                        Selection.first(64),
                                        Order.AS_SELECTED,
                                        8,
                                        Map.of())));
    }

    /// One editor, one letter after the other.
    private static final class Run {
        private final String where;
        private final OpenStudy open;
        private final long[] nanos = new long[KEYS];
        private boolean done;
        private final long[] sent = new long[KEYS];
        private final long[] changed = new long[KEYS];
        private final long[] laidOut = new long[KEYS];
        private int characters;
        private int key;
        private long began;
        private int length;

        Run(String where, OpenStudy open) {
            this.where = where;
            this.open = open;
        }

        void start() {
            Workspace workspace = new Workspace(Jobs.onToolkit(), gateway(), Clock.systemUTC());
            workspace.open(session(open));
            workspace.model().set("mock");
            PromptPane pane = new PromptPane(workspace);
            pane.activate();
            Stage stage = new Stage();
            Scene scene = new Scene(new StackPane(pane.view()), 1600, 1000);
            Theme.LIGHT.dress(scene, 1);
            stage.setScene(scene);
            stage.show();
            CodeArea area = (CodeArea) scene.lookup("#prompt-part-" + where);
            ReadingArea shown = (ReadingArea) scene.lookup("#prompt-text");
            area.requestFocus();
            area.moveTo(0);
            shown.textProperty()
                    .addListener((o, b, n) ->
                            changed[Math.min(key, KEYS - 1)] = System.nanoTime() - began);
            scene.addPostLayoutPulseListener(() -> {
                if (began != 0 && shown.text().length() != length && laidOut[key] == 0) {
                    laidOut[key] = System.nanoTime() - began;
                }
            });
            new AnimationTimer() {
                private int idle;

                @Override
                public void handle(long now) {
                    if (idle < 60) {
                        idle += pane.settled().get() ? 1 : 0;
                        return;
                    }
                    if (began == 0) {
                        type();
                    } else if (laidOut[key] != 0) {
                        // The text was laid out in the frame before, which is now painted.
                        nanos[key] = System.nanoTime() - began;
                        key++;
                        began = 0;
                        if (key == KEYS) {
                            stop();
                            characters = shown.text().length();
                            stage.close();
                            synchronized (Run.this) {
                                done = true;
                                Run.this.notifyAll();
                            }
                        }
                    }
                }

                private void type() {
                    length = shown.text().length();
                    began = System.nanoTime();
                    // Eight letters are typed and taken back, so that the length stays.
                    if (key % 16 >= 8) {
                        area.deletePreviousChar();
                        sent[key] = System.nanoTime() - began;
                        return;
                    }
                    String letter = key % 8 == 7 ? " " : "x";
                    area.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_TYPED,
                                    letter,
                                    "",
                                    KeyCode.UNDEFINED,
                                    false,
                                    false,
                                    false,
                                    false));
                    sent[key] = System.nanoTime() - began;
                }
            }.start();
        }
    }

    private static Gateway gateway() {
        try {
            Path places = Files.createTempDirectory("prompt-bench");
            return new Gateway(
                    List.of(MockBackend::new),
                    Registry.in(new Places(places, places)),
                    target -> new Opener.Unavailable("not here"),
                    new Settings(
                            RetryPolicy.DEFAULT,
                            Sleeper.REAL,
                            Optional.empty(),
                            PriceTable.in(places)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Session session(OpenStudy open) {
        return new Session() {
            @Override
            public exemplar.study.History history() {
                return open.history();
            }

            @Override
            public Path folder() {
                return open.folder();
            }

            @Override
            public Optional<String> readOnly() {
                return Optional.empty();
            }

            @Override
            public boolean dirty() {
                return false;
            }

            @Override
            public void save() {}

            @Override
            public void close() {}
        };
    }
}
