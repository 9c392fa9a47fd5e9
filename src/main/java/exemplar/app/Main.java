package exemplar.app;

import exemplar.cli.Cli;
import exemplar.cli.Console;
import exemplar.study.folder.OpenStudy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Starts the program: the window without arguments or with a study folder, a command otherwise.
/// Not a toolkit class itself, so that commands load none.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int status = study(List.of(args)).map(Main::window).orElseGet(() -> command(args));
        if (!Cli.isStopping()) {
            System.exit(status);
        }
    }

    private static int command(String[] args) {
        // What another program reads must not depend on how this machine writes its numbers.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        return Cli.run(services(), Console.ofProcess(), args);
    }

    private static Wiring services() {
        Wiring wiring = new Wiring();
        wiring.engines().notice().ifPresent(System.err::println);
        wiring.engines().whenFallen(System.err::println);
        return wiring;
    }

    /// Reads the command line: nothing, `--study DIR` or the folder of a study alone mean the
    /// window, inside which the study may be the one of last time; anything else is a command.
    static Optional<Optional<Path>> study(List<String> args) {
        if (args.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        if (args.size() == 2 && args.getFirst().equals("--study")) {
            return Optional.of(Optional.of(Path.of(args.getLast())));
        }
        Path folder = Path.of(args.getFirst());
        return args.size() == 1 && OpenStudy.isStudy(folder)
                ? Optional.of(Optional.of(folder))
                : Optional.empty();
    }

    private static int window(Optional<Path> study) {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (!headless && !hasDisplay(System.getProperty("os.name", ""), System.getenv())) {
            System.err.println(
                    "There is no display here to open a window on. Run ./exemplar demo to see the"
                            + " same work done without one.");
            return 2;
        }
        Window.open(Main::services, study);
        return 0;
    }

    /// Whether a window can be shown. Only Linux says so beforehand.
    static boolean hasDisplay(String system, Map<String, String> environment) {
        return !system.equals("Linux")
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
