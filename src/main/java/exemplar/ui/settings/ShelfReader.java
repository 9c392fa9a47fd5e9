package exemplar.ui.settings;

import exemplar.backend.catalogue.Entry;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.KeySource;
import exemplar.backend.gateway.ModelCard;
import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.Registry;
import exemplar.backend.llama.LlamaBackend;
import exemplar.backend.llama.Look;
import exemplar.backend.secret.MachineStore;
import exemplar.ui.control.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what models there are and what is known of them. Looks at files and the registry; asks
/// no server. For worker threads.
///
/// @param gateway in front of the models
/// @param machine where models, licences and keys are kept
record ShelfReader(Gateway gateway, ThisMachine machine) {

    /// Every model there is or can be had.
    ///
    /// @throws IOException with a sentence for a person
    Shelf shelf() throws IOException {
        Registry registry = gateway.registry();
        Optional<String> usual = registry.defaultModel();
        Map<String, Path> files = machine.store().models();
        List<Shelf.Row> rows = new ArrayList<>();
        List<ModelCard> cards = gateway.models();
        for (ModelCard card : cards) {
            rows.add(
                    new Shelf.Held(
                            card,
                            registry.find(card.name()),
                            Optional.ofNullable(files.get(card.name())),
                            usual.equals(Optional.of(card.name()))));
        }
        for (Entry entry : machine.catalogue()) {
            if (cards.stream().noneMatch(c -> c.name().equals(entry.name()))) {
                rows.add(
                        new Shelf.Fetchable(
                                entry,
                                machine.store().begun(entry.name()),
                                machine.licences().mustAsk(entry)));
            }
        }
        return new Shelf(rows, Optional.empty());
    }

    /// What is found out of a model.
    Facts facts(Shelf.Held held) throws IOException {
        Optional<Registration.Server> server = held.server();
        boolean confirm = server.isPresent() && !gateway.registry().allows(server.get().baseUrl());
        KeySource key = server.map(Registration.Server::key).orElseGet(KeySource.None::new);
        String memory =
                gateway.access(held.name()) instanceof Gateway.Accessed(var backend, String id)
                                && backend instanceof LlamaBackend llama
                        ? needed(llama.look(id))
                        : "";
        boolean locked =
                key instanceof KeySource.Stored
                        && machine.keys().state() instanceof MachineStore.Locked;
        boolean there =
                switch (key) {
                    case KeySource.None n -> true;
                    case KeySource.Variable(String name) ->
                            machine.environment().get(name).filter(v -> !v.isBlank()).isPresent();
                    case KeySource.Stored(String entry) ->
                            !locked && machine.keys().find(entry).isPresent();
                };
        return new Facts(
                held.name(),
                gateway.price(held.name()),
                gateway.prices().asOf(),
                memory,
                confirm,
                there,
                locked);
    }

    private static String needed(Look look) {
        return switch (look) {
            case Look.Damaged(String sentence) -> sentence;
            case Look.Whole whole -> Texts.of("settings.memory.needed", whole.needed() >> 20);
        };
    }
}
