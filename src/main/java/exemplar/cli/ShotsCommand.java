package exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "shots",
        description = "Writes a PNG of every pane, without a display.",
        footer = {
            "  exemplar shots moods --out pictures",
            "  exemplar shots moods --out pictures --theme light,dark --panes prompt"
        },
        mixinStandardHelpOptions = true)
final class ShotsCommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Mixin StudyArgument study = new StudyArgument();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the pictures; made where it is missing.")
    Path out = Path.of("shots");

    /// The two looks.
    enum Theme {
        light,
        dark
    }

    @Option(
            names = "--theme",
            split = ",",
            paramLabel = "light,dark",
            hideParamSyntax = true,
            description = "One or both (default: light).")
    List<Theme> themes = List.of(Theme.light);

    @Option(
            names = "--size",
            split = ",",
            paramLabel = "WxH,…",
            hideParamSyntax = true,
            description = "Sizes in pixels (default: 1600x1000).")
    List<String> sizes = List.of("1600x1000");

    @Option(
            names = "--panes",
            split = ",",
            paramLabel = "ID,…",
            hideParamSyntax = true,
            description = "Only these panes; an unknown one lists them.")
    List<String> panes = new ArrayList<>();

    ShotsCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        study.read(console);
        List<Size> wanted = sizes.stream().map(Size::of).toList();
        for (String pane : panes) {
            if (!services.panes().contains(pane)) {
                throw new Trouble(
                        "there is no pane '%s'; there are: %s"
                                .formatted(pane, String.join(", ", services.panes())));
            }
        }
        Place.folder(out);
        for (Theme theme : themes) {
            for (Size size : wanted) {
                services.shots(
                                study.folder(),
                                out,
                                new Services.Shot(
                                        theme == Theme.dark, size.width(), size.height(), panes))
                        .forEach(file -> console.line(file.toString()));
            }
        }
        return 0;
    }

    /// In pixels.
    private record Size(int width, int height) {
        private static final Pattern WRITTEN = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

        static Size of(String written) {
            Matcher m = WRITTEN.matcher(written);
            if (!m.matches()) {
                throw new Trouble("a size looks like 1600x1000, not '" + written + "'");
            }
            return new Size(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
        }
    }
}
