package exemplar.app;

import exemplar.cli.Cli;
import exemplar.cli.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Starts the program: the window without arguments or with a study folder, a command otherwise.
/// Not a toolkit class itself, so that commands load none.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Wiring wiring = new Wiring();
        if (args.length == 0) {
            wiring.window(Optional.empty());
            System.exit(0);
        } else if (args.length == 1 && Files.exists(Path.of(args[0]).resolve("study.json"))) {
            wiring.window(Optional.of(Path.of(args[0])));
            System.exit(0);
        } else {
            System.exit(Cli.run(wiring, Console.ofProcess(), args));
        }
    }
}
