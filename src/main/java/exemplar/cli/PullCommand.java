package exemplar.cli;

import exemplar.backend.catalogue.Entry;
import exemplar.backend.catalogue.Licences;
import exemplar.backend.catalogue.Pull;
import exemplar.backend.catalogue.PythonPackages;
import exemplar.backend.catalogue.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pull",
        description = {
            "Fetches a model of the catalogue, or takes in a GGUF file by its path.",
            "A fetch that was cut goes on where it stopped. Size and licence are shown, the checksum is verified."
        },
        footer = {"  exemplar models pull smollm2-135m", "  exemplar models pull model.gguf"},
        exitCodeList = "130:Stopped with Ctrl+C.",
        mixinStandardHelpOptions = true)
final class PullCommand implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Parameters(
            paramLabel = "NAME|FILE",
            description = "A name of 'exemplar models list', or a file.")
    String what = "";

    @Option(names = "--yes", description = "Accept the model's licence without asking.")
    boolean yes;

    PullCommand(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Store store = Store.in(services.places());
        Pull pull = new Pull(store, new PythonPackages());
        Optional<Entry> entry =
                services.catalogue().stream().filter(e -> e.name().equals(what)).findFirst();
        if (entry.isEmpty() && Files.exists(Path.of(what))) {
            Path file = Path.of(what);
            ModelsCommand.readable(file);
            String name = Pull.nameOf(file);
            pull.adopt(file, name);
            console.say("Took in " + name + ".");
            return 0;
        }
        if (entry.isEmpty()) {
            throw new Trouble(
                    "there is no model '%s' in the catalogue and no such file; there are: %s"
                            .formatted(
                                    what,
                                    services.catalogue().stream()
                                            .map(Entry::name)
                                            .collect(Collectors.joining(", "))));
        }
        return fetch(pull, entry.get());
    }

    private int fetch(Pull pull, Entry entry) throws Exception {
        console.say(
                "%s%s, licence %s (%s)"
                        .formatted(
                                entry.title(),
                                entry.bytes() > 0 ? ", " + megabytes(entry.bytes()) : "",
                                entry.licence(),
                                entry.terms()));
        Licences licences = Licences.in(services.places());
        if (licences.mustAsk(entry)) {
            if (!yes && !console.confirm("Do you accept this licence?")) {
                throw new Trouble("the licence was not accepted; add --yes to accept it");
            }
            licences.accept(entry);
        }
        Path file =
                Interruption.during(() ->
                        pull.fetch(
                                entry,
                                (step, at, total) ->
                                        console.progress(
                                                total > 0
                                                        ? "%s  %s of %s  %d %%"
                                                                .formatted(
                                                                        step,
                                                                        megabytes(at),
                                                                        megabytes(total),
                                                                        100 * at / total)
                                                        : step)));
        console.say(entry.name() + " is ready.");
        console.line(file.toString());
        return 0;
    }

    static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }
}
