package exemplar.ui.compare;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Places;
import exemplar.backend.Reply;
import exemplar.backend.Request;
import exemplar.backend.cost.PriceTable;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.Registry;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.gateway.Settings;
import exemplar.study.History;
import exemplar.study.Study;
import exemplar.ui.fx.Jobs;
import exemplar.ui.shell.Session;
import exemplar.ui.shell.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// A study in a folder of its own, with a model here (`near`), a dear one on a server (`far`) and
/// one on a server of this machine (`next-door`), all of which answer as a test says.
final class OpenedComparison {
    private final Path folder;
    final List<String> asked = new ArrayList<>();
    Function<String, String> answers = prompt -> "joy";
    Optional<String> readOnly = Optional.empty();

    OpenedComparison(Path folder) {
        this.folder = folder;
    }

    Workspace open(Study study) {
        try {
            Places places = new Places(folder.resolve("config"), folder.resolve("cache"));
            Registry registry = Registry.in(places);
            registry.put(
                    Registration.of(
                            "far",
                            new Registration.Server(
                                    "openai",
                                    URI.create("https://api.openai.com/v1"),
                                    "gpt-4.1",
                                    new KeySource.None())));
            registry.put(
                    Registration.of(
                            "next-door",
                            new Registration.Server(
                                    "vllm",
                                    URI.create("http://127.0.0.1:8000/v1"),
                                    "passes-on",
                                    new KeySource.None())));
            Gateway gateway =
                    new Gateway(
                            List.of(Answers::new),
                            registry,
                            target -> opened((Registration.Server) target),
                            new Settings(
                                    RetryPolicy.OFF,
                                    d -> {},
                                    Optional.empty(),
                                    PriceTable.in(folder)));
            Workspace workspace = new Workspace(Jobs.sameThread(), gateway, Clock.systemUTC());
            workspace.open(new Files(History.of(study)));
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Opener.Opened opened(Registration.Server server) {
        return new Opener.Opened(
                new Answers(), server.model(), server.baseUrl().getHost(), Optional.empty());
    }

    /// Answers at once; `fail` is a failure.
    private final class Answers implements Backend {
        @Override
        public String name() {
            return "answers";
        }

        @Override
        public List<String> models() {
            return List.of("near");
        }

        @Override
        public Abilities abilities(String model) {
            return new Abilities(true, true, true, false, 0, false, false, true, 8192);
        }

        @Override
        public Outcome ask(Request request, Sink sink) {
            String prompt = request.input() instanceof Request.Completion(String text) ? text : "";
            synchronized (asked) {
                asked.add(request.model());
            }
            String answer = answers.apply(prompt);
            if (answer.equals("fail")) {
                return new Outcome.Failed(new Fault.Network("The line is dead."), "");
            }
            sink.text(answer);
            return new Outcome.Answered(
                    new Reply(
                            answer,
                            "",
                            Reply.Finish.STOP,
                            OptionalInt.of(10),
                            OptionalInt.of(1),
                            Duration.ofMillis(5),
                            Duration.ofMillis(5),
                            new Reply.Exchange("", "")));
        }

        @Override
        public void close() {}
    }

    private final class Files implements Session {
        private final History history;

        Files(History history) {
            this.history = history;
        }

        @Override
        public History history() {
            return history;
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Optional<String> readOnly() {
            return readOnly;
        }

        @Override
        public boolean dirty() {
            return false;
        }

        @Override
        public void save() {}

        @Override
        public void close() {}
    }
}
